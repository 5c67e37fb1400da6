"""What the rules find in the way of the decision, by what the record tells while the draft is with the bodies [115]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import comments
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.check import check

_TOLD_BY_THE_RECORD: Final = frozenset(("J01", "J02", "J05"))
"""What standing finds itself, comment by comment and body by body."""

_CLEARED_BY: Final[Mapping[str, str]] = {"J03": "send", "J04": "round-table"}
"""The act of `reportkit comments` that does what a rule asks for."""

_RULES: Final = tuple(
    rule for rule in ALL_RULES if "decide" in rule.row.protects and rule.id not in _TOLD_BY_THE_RECORD
)


def problems_ahead(inspection: Inspection, ledger: Ledger, casework: Casework) -> tuple[Problem, ...]:
    """The errors that stop a decision; none before the draft is sent, and none once it is decided."""
    if ledger.sent is None or ledger.decision is not None:
        return ()
    names = {rule.id for rule in _RULES}
    found = check(inspection, _RULES, milestones_of(ledger, casework))
    errors = (each for each in found if each.rule in names and each.level == "error")
    return tuple(_with_command(each, inspection.slug) for each in errors)


def _with_command(problem: Problem, slug: str) -> Problem:
    act = _CLEARED_BY.get(problem.rule)
    return replace(problem, command=comments(act, slug)) if act else problem
