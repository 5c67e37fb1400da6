"""One file of an inspection to one value: a finding, evidence, a recommendation, a narrative."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Narrative
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.problem import Problem
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.source_place import Origin
from reportkit.reading import yaml
from reportkit.reading.convert import convert
from reportkit.reading.front_matter import split
from reportkit.reading.problems import Report

S = TypeVar("S", bound=Struct)


def finding(content: str, path: str, name: str, problems: list[Problem]) -> Finding | None:
    """Return a finding: front matter and Markdown."""
    parts = split(content, path)
    raw, origin = yaml.load(parts.keys, path, 2)
    given = {"id": name, "text": parts.text, "text-line": parts.text_line, "origin": origin}
    return convert(Finding, raw, Report(origin, problems), given)


def evidence(content: str, path: str, name: str, problems: list[Problem]) -> Evidence | None:
    """Evidence: keys only."""
    return _keys(Evidence, content, path, name, problems)


def recommendation(content: str, path: str, name: str, problems: list[Problem]) -> Recommendation | None:
    """Return a recommendation: keys only."""
    return _keys(Recommendation, content, path, name, problems)


def _keys(kind: type[S], content: str, path: str, name: str, problems: list[Problem]) -> S | None:
    raw, origin = yaml.load(content, path)
    return convert(kind, raw, Report(origin, problems), {"id": name, "origin": origin})


def narrative(content: str, path: str, name: str, problems: list[Problem]) -> Narrative:
    """Return a narrative: Markdown only."""
    text = content.lstrip("\n")
    if text.startswith("---\n"):
        remedy = "Take the lines from `---` to `---` out."
        Report(Origin(path), problems).add("", "a narrative has no keys before its text", remedy)
    return Narrative(name, text.rstrip(), 1 + len(content) - len(text), Origin(path))


def particulars(content: str, path: str, problems: list[Problem]) -> Particulars | None:
    """inspection.yaml."""
    raw, origin = yaml.load(content, path)
    return convert(Particulars, raw, Report(origin, problems), {"origin": origin})
