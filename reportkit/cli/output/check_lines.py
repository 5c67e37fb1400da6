"""A verdict in words: one line for each problem, file by file, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from reportkit.actions.check import CheckResult
from reportkit.inspection.problem import Problem

if TYPE_CHECKING:  # many modules, and only its name is needed here
    from reportkit.rules.facts import Fact


def problem_lines(problems: Iterable[Problem], *, coloured: bool) -> Iterator[str]:
    """A line for each problem, `file:line: what is wrong. What to do. [rule · paragraph]`, a gap between files."""
    for number, (_, in_file) in enumerate(groupby(problems, key=lambda problem: problem.where.file)):
        if number:
            yield ""
        yield from (_line(problem, coloured=coloured) for problem in in_file)


def fact_lines(slug: str, facts: Iterable[Fact]) -> Iterator[str]:
    """An inspection's fact sheets, each under its title."""
    yield ""
    yield f"Facts of {slug}"
    for fact in facts:
        yield ""
        yield f"{fact.title} [{fact.rule}]"
        yield from (f"  {line}" for line in fact.lines)


def summary(verdict: CheckResult) -> str:
    """What it comes to, in a sentence or two."""
    told = f"{verdict.slug}: {_outcome(verdict)}"
    if verdict.whole:
        return told
    return f"{told} Some files could not be read: what the others lack may stand in them."


def _line(problem: Problem, *, coloured: bool) -> str:
    tag = _tag(problem)
    if not coloured:
        return f"{problem}{tag}"
    place = str(problem.where)
    return f"{click.style(place, bold=True)}{str(problem)[len(place) :]}{click.style(tag, fg=_colour(problem))}"


def _tag(problem: Problem) -> str:
    """Rule and paragraph, and what kind of problem it is where it is not simply wrong."""
    kind = "warning" if problem.level == "warning" else ""
    if problem.answered:
        kind = f"answered: {problem.answered}"
    elif problem.state == "not there yet":
        kind = f"{kind}, not there yet".lstrip(", ")
    rule = "" if problem.rule == "file" else problem.rule
    parts = [part for part in (rule, problem.paragraph, kind) if part]
    return f" [{' · '.join(parts)}]" if parts else ""


def _colour(problem: Problem) -> str:
    if problem.level == "warning":
        return "yellow"
    return "red" if problem.state == "wrong" else "cyan"


def _outcome(verdict: CheckResult) -> str:
    errors = [problem for problem in verdict.open if problem.level == "error"]
    bad = sum(problem.state == "wrong" for problem in errors)
    warnings = sum(problem.level == "warning" for problem in verdict.open)
    answered = len(verdict.answered)
    counts = [
        f"{bad} wrong" if bad else "nothing wrong",
        f"{len(errors) - bad} not there yet",
        f"{warnings} warning{'' if warnings == 1 else 's'}",
        *([f"{answered} answered"] if answered else []),
    ]
    return f"{', '.join(counts)}.{_for_the_act(verdict)}"


def _for_the_act(verdict: CheckResult) -> str:
    if not verdict.act:
        return ""
    count = len(verdict.failing)
    things = "1 thing stands" if count == 1 else f"{count} things stand"
    return f" {things} in the way of `{verdict.act}`." if count else f" Nothing stands in the way of `{verdict.act}`."
