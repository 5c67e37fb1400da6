"""Results of checks as JSON for other programs. The shape is stable; docs/check-json.md describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.actions.check import CheckResult
from reportkit.actions.check_inspections import CheckReport
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.inspection.problem import Problem

if TYPE_CHECKING:  # moderation, which a plain check needs not
    from reportkit.actions.check_for_act import ActCheck

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
    for_act = report.of_act(result.slug)
    failing = frozenset(for_act.problems if for_act else result.failing)
    gaps = [each for each in for_act.problems if each not in result.problems] if for_act else []
    told: dict[str, object] = {
        "inspection": result.slug,
        "passed": not (failing or (for_act and for_act.blockers)),
        "counts": _counts(result, len(failing)),
        "problems": [_problem(problem, fails=problem in failing) for problem in (*result.problems, *gaps)],
    }
    if for_act:
        told["in-the-way"] = _blockers(for_act)
    if report.facts is not None:
        told["facts"] = report.facts[result.slug]
    return told


def _blockers(for_act: ActCheck) -> list[dict[str, object]]:
    return [
        {"rule": each.rule, "about": each.about, "what": each.what, "command": each.command}
        for each in for_act.blockers
    ]


def _counts(result: CheckResult, failing: int) -> dict[str, int]:
    errors = [problem.state for problem in result.open if problem.level == "error"]
    return {
        "wrong": errors.count("wrong"),
        "not-there-yet": errors.count("not there yet"),
        "warnings": len(result.open) - len(errors),
        "answered": len(result.answered),
        "failing": failing,
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
