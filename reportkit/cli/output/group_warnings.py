"""Warnings that a rule gives many times over in one place, as one line: a new inspection would drown in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from reportkit.inspection.problem import Problem

MOST_ALIKE = 3
"""So many warnings of one rule in one place are listed singly; more become one line."""

_NAMED = 3


def folded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, with one warning in place of many by the same rule in one place."""
    for _, group in groupby(problems, key=_alike):
        alike = tuple(group)
        if alike[0].level == "warning" and len(alike) > MOST_ALIKE:
            yield _one_for_all(alike)
        else:
            yield from alike


def _alike(problem: Problem) -> tuple[object, ...]:
    return problem.where, problem.rule, problem.level, problem.state, bool(problem.answered)


def _one_for_all(alike: tuple[Problem, ...]) -> Problem:
    first, *others = alike
    names = [problem.about for problem in others if problem.about][:_NAMED]
    about = f", about {', '.join(names)}" if names else ""
    more = f" and {len(others) - len(names)} more" if names and len(others) > len(names) else ""
    message = f"{first.message} ({len(others)} others like it{about}{more})"
    return replace(first, message=message)
