"""Results of checks as JSON for other programs. The shape is stable; docs/check-json.md describes it."""

from __future__ import annotations

from reportkit.actions.check import CheckResult
from reportkit.actions.check_inspections import CheckReport
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.inspection.problem import Problem

FORMAT = 1


def as_json(report: CheckReport) -> bytes:
    """Return all results, answered warnings included, as one JSON text of several lines."""
    value = {
        "format": FORMAT,
        "passed": report.passed,
        "for": report.act or None,
        "inspections": [_inspection(each, report) for each in report.results],
    }
    return json_bytes(value)


def _inspection(result: CheckResult, report: CheckReport) -> dict[str, object]:
    failing = {id(problem) for problem in result.failing}
    told: dict[str, object] = {
        "inspection": result.slug,
        "passed": not failing,
        "counts": _counts(result),
        "problems": [_problem(problem, fails=id(problem) in failing) for problem in result.problems],
    }
    if report.facts is not None:
        told["facts"] = report.facts[result.slug]
    return told


def _counts(result: CheckResult) -> dict[str, int]:
    errors = [problem.state for problem in result.open if problem.level == "error"]
    return {
        "wrong": errors.count("wrong"),
        "not-there-yet": errors.count("not there yet"),
        "warnings": len(result.open) - len(errors),
        "answered": len(result.answered),
        "failing": len(result.failing),
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
