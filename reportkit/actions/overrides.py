"""Rules that were set aside by name and reason, as questions show them: without the record that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportkit.inspection.problem import Problem

SET_ASIDE = "set aside by"
"""What the answer to an error begins with: it was not answered, but set aside in the record."""


class SetAsideRule(Struct, frozen=True):
    """A rule that was set aside, about one thing or (None) altogether; `said` is by whom, and why."""

    rule: str
    about: str | None
    said: str


def with_overrides(problems: Iterable[Problem], overrides: Iterable[SetAsideRule]) -> Iterator[Problem]:
    """Return the problems, those that were set aside answered with what was said."""
    by_rule: dict[str, list[SetAsideRule]] = {}
    for each in overrides:
        by_rule.setdefault(each.rule, []).append(each)
    for problem in problems:
        fitting = (each for each in by_rule.get(problem.rule, ()) if each.about in (None, problem.about))
        found = next(fitting, None)
        yield replace(problem, answered=found.said) if found and not problem.answered else problem
