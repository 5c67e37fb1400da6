"""Files that hold lists: drivers and barriers, support services, Best Value reviews, what is traced, answers."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct

from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.problem import Problem
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.source_place import Origin
from reportkit.inspection.warning_answer import Answer
from reportkit.reading import yaml
from reportkit.reading.convert import convert
from reportkit.reading.problems import Report
from reportkit.similar_names import choose

S = TypeVar("S", bound=Struct)
_HEADS = ("drivers", "barriers")


def drivers_and_barriers(
    content: str, path: str, problems: list[Problem]
) -> tuple[tuple[Driver, ...], tuple[Barrier, ...]]:
    """drivers-and-barriers.yaml: two lists under two heads."""
    raw, origin = yaml.load(content, path)
    report = Report(origin, problems)
    if raw is not None and not isinstance(raw, dict):
        report.add("", "`drivers:` and `barriers:` are expected here", "Put the entries below one of them.")
        return (), ()
    heads = raw or {}
    for head in heads.keys() - set(_HEADS):
        report.add(head, f"`{head}` is not a key of this file", choose(head, _HEADS))
    return (
        _entries(Driver, heads.get("drivers"), report, "drivers"),
        _entries(Barrier, heads.get("barriers"), report, "barriers"),
    )


def support_services(content: str, path: str, problems: list[Problem]) -> tuple[SupportService, ...]:
    """support-services.yaml."""
    return _listed(SupportService, content, path, problems)


def best_value_reviews(content: str, path: str, problems: list[Problem]) -> tuple[BestValueReview, ...]:
    """best-value-reviews.yaml."""
    return _listed(BestValueReview, content, path, problems)


def earlier(content: str, path: str, problems: list[Problem]) -> tuple[Earlier, ...]:
    """earlier.yaml."""
    return _listed(Earlier, content, path, problems)


def answers(content: str, path: str, problems: list[Problem]) -> tuple[Answer, ...]:
    """answers.yaml."""
    return _listed(Answer, content, path, problems)


def _listed(kind: type[S], content: str, path: str, problems: list[Problem]) -> tuple[S, ...]:
    raw, origin = yaml.load(content, path)
    return _entries(kind, raw, Report(origin, problems), "")


def _entries(kind: type[S], raw: Any, report: Report, head: str) -> tuple[S, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list):
        place = f"`{head}` expects a list" if head else "a list is expected here"
        report.add(head, place, "Begin each entry with a dash and a space.")
        return ()
    keys = (f"{head}.{number}" if head else f"{number}" for number in range(len(raw)))
    read = [_entry(kind, entry, report, key) for key, entry in zip(keys, raw, strict=True)]
    return tuple(entry for entry in read if entry is not None)


def _entry(kind: type[S], raw: Any, report: Report, key: str) -> S | None:
    prefix = f"{key}."
    lines = {name.removeprefix(prefix): line for name, line in report.origin.lines.items() if name.startswith(prefix)}
    own = Origin(report.origin.file, lines, report.origin.at(key).line)
    return convert(kind, raw, report, {"origin": own}, key)
