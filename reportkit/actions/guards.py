"""Rules that protect an action, checked against what the action would make true."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.case_file import OVERRIDABLE, CaseFile
from reportkit.actions.intent import Obstacle
from reportkit.actions.refusal import InTheWay
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import moderate
from reportkit.rules.check import check, guards


def refuse_guarded(case_file: CaseFile, act: str, reached: Milestones, *, reason_for: str) -> None:
    """Raise InTheWay with every breach of a rule that protects this act and is not set aside.

    `reached` is what would be true once the act is done. `reason_for` is the rule whose warning counts as a breach
    here unless it is answered: the act itself can give the reason.
    """
    found = check(case_file.inspection, milestones=reached)
    warned = (each for each in found if each.rule == reason_for and not each.answered)
    problems = dict.fromkeys((*guards(found, act), *warned))
    standing = [each for each in problems if not case_file.ledger.is_overridden(each.rule, each.about)]
    if standing:
        raise InTheWay(tuple(_obstacles(case_file, standing)))


def _obstacles(case_file: CaseFile, problems: list[Problem]) -> Iterator[Obstacle]:
    """Return each breach with the command that sets it aside, or explains a rule that cannot be set aside."""
    for each in problems:
        about = ("--about", each.about) if each.about else ()
        may = each.rule in OVERRIDABLE or each.level == "warning"
        command = moderate("override", case_file.slug, each.rule, *about, '--reason "…"')
        does = command if may else f"reportkit explain {each.rule}"
        yield Obstacle(f"{each.message} [{each.paragraph}]. {each.remedy}", does)
