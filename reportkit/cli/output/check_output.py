"""The outcome of `check` for a terminal."""

from __future__ import annotations

import os
import sys
from itertools import chain

from reportkit.actions.check_inspections import CheckReport
from reportkit.cli.output.check_lines import fact_lines, problem_lines, summary
from reportkit.cli.output.group_warnings import folded
from reportkit.cli.terminal_output import say


def say_report(report: CheckReport, *, everything: bool) -> None:
    """Say what was found: problems and facts on stdout, the summary on stderr. `everything` lists each warning."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    results = report.results
    shown = [problem for each in results for problem in (each.problems if everything else folded(each.open))]
    lines = list(problem_lines(shown, coloured=coloured))
    lines += chain.from_iterable(fact_lines(slug, facts) for slug, facts in (report.facts or {}).items())
    if lines:
        say("\n".join(lines).lstrip("\n"))
    sys.stdout.flush()
    said = [summary(each) for each in results] or ["There is no inspection yet; `reportkit new` makes one."]
    if len(shown) < sum(len(each.open) for each in results):
        said.append("`reportkit check --all` lists one by one what is told together here.")
    say("\n".join(said), err=True)
