"""Verdicts as JSON for other programs. The shape is stable, and docs/check-json.md tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from reportkit.actions.check import CheckResult
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.inspection.problem import Problem

if TYPE_CHECKING:  # many modules, and only its name is needed here
    from reportkit.rules.facts import Fact

FORMAT = 1

Told: TypeAlias = "Callable[[CheckResult], tuple[Fact, ...]]"
"""How the facts of a verdict are found."""


def as_json(verdicts: Sequence[CheckResult], act: str, told: Told | None = None) -> bytes:
    """All verdicts, answered warnings included, as one JSON text of several lines."""
    value = {
        "format": FORMAT,
        "passed": not any(verdict.failing for verdict in verdicts),
        "for": act or None,
        "inspections": [_inspection(verdict, told) for verdict in verdicts],
    }
    return json_bytes(value)


def _inspection(verdict: CheckResult, facts_of: Told | None) -> dict[str, object]:
    failing = {id(problem) for problem in verdict.failing}
    told: dict[str, object] = {
        "inspection": verdict.slug,
        "passed": not failing,
        "counts": _counts(verdict),
        "problems": [_problem(problem, fails=id(problem) in failing) for problem in verdict.problems],
    }
    if facts_of:
        told["facts"] = facts_of(verdict)
    return told


def _counts(verdict: CheckResult) -> dict[str, int]:
    errors = [problem.state for problem in verdict.open if problem.level == "error"]
    return {
        "wrong": errors.count("wrong"),
        "not-there-yet": errors.count("not there yet"),
        "warnings": len(verdict.open) - len(errors),
        "answered": len(verdict.answered),
        "failing": len(verdict.failing),
    }


def _problem(problem: Problem, *, fails: bool) -> dict[str, object]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "rule": problem.rule,
        "paragraph": problem.paragraph,
        "level": problem.level,
        "state": problem.state,
        "about": problem.about,
        "message": problem.message,
        "remedy": problem.remedy,
        "answered": problem.answered,
        "fails": fails,
    }
