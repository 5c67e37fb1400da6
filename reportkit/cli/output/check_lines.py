"""A verdict in words: one line for each problem, file by file, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from reportkit.actions.check import CheckResult
from reportkit.actions.overrides import SET_ASIDE
from reportkit.inspection.problem import Problem

if TYPE_CHECKING:  # many modules, and only their names are needed here
    from reportkit.actions.check_for_act import ActCheck
    from reportkit.moderation.blocker import Blocker
    from reportkit.rules.facts import Fact


WRONG: Final = "WRONG: "
IN_THE_WAY: Final = "IN THE WAY: "
"""What stands behind the place of a problem that makes the check fail."""


def problem_lines(problems: Iterable[Problem], *, coloured: bool, mark: str = "") -> Iterator[str]:
    """Return a line for each problem, `file:line: what is wrong. What to do. [rule · paragraph]`.

    An empty line stands between files. `mark` stands before what is wrong.
    """
    for number, (_, in_file) in enumerate(groupby(problems, key=lambda problem: problem.where.file)):
        if number:
            yield ""
        yield from (_line(problem, mark, coloured=coloured) for problem in in_file)


def blocker_lines(blockers: Iterable[Blocker]) -> Iterator[str]:
    """Return the lines of what the record holds against an act: each sentence, and below it the command."""
    from reportkit.moderation.sentences import with_due  # all events, and a plain check needs none

    for each in blockers:
        yield f"{IN_THE_WAY}{with_due(each)}"
        yield f"    {each.command}"


def fact_lines(slug: str, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield an inspection's fact sheets, each under its title."""
    yield ""
    yield f"Facts of {slug}"
    for fact in facts:
        yield ""
        yield f"{fact.title} [{fact.rule}]"
        yield from (f"  {line}" for line in fact.lines)


_NO_RULES: Final = frozenset(("file", "gap", "mark"))
"""What a problem carries that no rule found."""


def summary(verdict: CheckResult, for_act: ActCheck | None = None) -> str:
    """Return the result in a sentence or two."""
    told = f"{verdict.slug}: {_outcome(verdict)}{_for_the_act(for_act)}"
    if verdict.whole:
        return told
    return f"{told} Some files could not be read: what the others lack may stand in them."


def _line(problem: Problem, mark: str, *, coloured: bool) -> str:
    tag, place = _tag(problem), str(problem.where)
    words = str(problem)[len(place) + 2 :]
    if not coloured:
        return f"{place}: {mark}{words}{tag}"
    marked = click.style(mark, fg="red", bold=True) if mark else ""
    return f"{click.style(place, bold=True)}: {marked}{words}{click.style(tag, fg=_colour(problem))}"


def _tag(problem: Problem) -> str:
    """Rule and paragraph, and what kind of problem it is where it is not simply wrong."""
    kind = "warning" if problem.level == "warning" else ""
    if problem.answered.startswith(SET_ASIDE):
        kind = problem.answered
    elif problem.answered:
        kind = f"answered: {problem.answered}"
    elif problem.state == "not there yet":
        kind = f"{kind}, not there yet".lstrip(", ")
    rule = "" if problem.rule in _NO_RULES else problem.rule
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
    return f"{', '.join(counts)}."


def _for_the_act(for_act: ActCheck | None) -> str:
    if for_act is None:
        return ""
    act, count = for_act.act, for_act.count
    things = "1 thing stands" if count == 1 else f"{count} things stand"
    return f" {things} in the way of `{act}`." if count else f" Nothing stands in the way of `{act}`."
