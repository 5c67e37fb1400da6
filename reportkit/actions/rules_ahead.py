"""What the rules find in the way of sending the draft and, once it is with the bodies, of the decision [115]."""

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
from reportkit.rules.check import errors

_TOLD_BY_THE_RECORD: Final = frozenset(("J01", "J02", "J05"))
"""What standing finds itself, comment by comment and body by body."""

_TOLD_WITH_THE_DRAFT: Final = frozenset(("J03",))
"""What cannot be recorded before the draft is sent: sending asks for it."""

_CLEARED_BY: Final[Mapping[str, str]] = {"J03": "send", "J04": "round-table"}
"""The act of `reportkit comments` that does what a rule asks for."""

_BEFORE_SENDING: Final = tuple(
    rule for rule in ALL_RULES if "send" in rule.row.protects and rule.id not in _TOLD_WITH_THE_DRAFT
)
_BEFORE_DECIDING: Final = tuple(
    rule
    for rule in ALL_RULES
    if not {"send", "decide"}.isdisjoint(rule.row.protects) and rule.id not in _TOLD_BY_THE_RECORD
)


def problems_ahead(inspection: Inspection, ledger: Ledger, casework: Casework) -> tuple[Problem, ...]:
    """Return the errors that stop the draft from being sent, and then the decision; none once it is decided."""
    if ledger.decision is not None:
        return ()
    rules = _BEFORE_DECIDING if ledger.sent else _BEFORE_SENDING
    found = errors(inspection, rules, milestones_of(ledger, casework))
    return tuple(_with_command(each, inspection.slug) for each in found)


def _with_command(problem: Problem, slug: str) -> Problem:
    act = _CLEARED_BY.get(problem.rule)
    return replace(problem, command=comments(act, slug)) if act else problem
