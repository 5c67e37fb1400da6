"""The outcome of `check` for a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain

from reportkit.actions.check import CheckResult
from reportkit.actions.check_inspections import CheckReport
from reportkit.cli.output.check_lines import IN_THE_WAY, WRONG, blocker_lines, fact_lines, problem_lines, summary
from reportkit.cli.output.group_warnings import folded
from reportkit.cli.terminal_output import say
from reportkit.inspection.problem import Problem


def say_report(report: CheckReport, *, everything: bool, wrong: bool) -> None:
    """Say what was found: problems and facts on stdout, the summary on stderr.

    `everything` lists each warning, `wrong` nothing but what makes the check fail.
    """
    lines = list(_lines(report, everything=everything, wrong=wrong))
    lines += chain.from_iterable(fact_lines(slug, facts) for slug, facts in (report.facts or {}).items())
    if lines:
        say("\n".join(lines).lstrip("\n"))
    sys.stdout.flush()
    said = [summary(each, report.of_act(each.slug)) for each in report.results]
    said = said or ["There is no inspection yet; `reportkit new` makes one."]
    if not everything:
        said += _left_out(report, wrong=wrong)
    say("\n".join(said), err=True)


def _lines(report: CheckReport, *, everything: bool, wrong: bool) -> Iterator[str]:
    """Return the lines: what makes the check fail first, and marked; then, where it was not left out, the rest."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    failing = _failing(report)
    yield from problem_lines(failing, coloured=coloured, mark=IN_THE_WAY if report.act else WRONG)
    blockers = [each for found in report.for_act for each in found.blockers]
    if failing and blockers:
        yield ""
    yield from blocker_lines(blockers)
    only_failing = wrong or (report.act and not everything)
    rest = [] if only_failing else _rest(report, frozenset(failing), everything=everything)
    if rest and (failing or blockers):
        yield ""
    yield from problem_lines(rest, coloured=coloured)


def _failing(report: CheckReport) -> Sequence[Problem]:
    if report.act:
        return [each for found in report.for_act for each in found.problems]
    return [each for found in report.results for each in found.failing]


def _rest(report: CheckReport, failing: frozenset[Problem], *, everything: bool) -> list[Problem]:
    listed = (each for found in report.results for each in (found.problems if everything else folded(found.open)))
    return [each for each in listed if each not in failing]


def _left_out(report: CheckReport, *, wrong: bool) -> list[str]:
    """Return the sentence that says what is not listed, and how to see it."""
    if report.act:
        rest = sum(len(each.rest) for each in report.for_act)
        things = "1 more thing does" if rest == 1 else f"{rest} more things do"
        return [f"{things} not stand in its way: `reportkit check --all` lists everything."] if rest else []
    if wrong:
        rest = sum(len(each.open) - len(each.failing) for each in report.results)
        verb = "is" if rest == 1 else "are"
        return [f"{rest} more, which {verb} not wrong: `reportkit check` lists them."] if rest else []
    return _told_together(report.results, _failing(report), report)


def _told_together(results: Sequence[CheckResult], failing: Sequence[Problem], report: CheckReport) -> list[str]:
    shown = len(failing) + len(_rest(report, frozenset(failing), everything=False))
    if shown < sum(len(each.open) for each in results):
        return ["`reportkit check --all` lists one by one what is counted together here."]
    return []
