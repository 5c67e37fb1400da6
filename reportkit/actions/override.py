"""Set a rule aside for one inspection, with a reason."""

from __future__ import annotations

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused, WrongUse
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.guidance.rule_rows.row import FACT
from reportkit.moderation.events import Override
from reportkit.workspace.workspace import Workspace


class OverrideRequest(Request, frozen=True, kw_only=True):
    """A rule to set aside: its id, why, and the finding, question or topic that it is set aside for (None: all)."""

    rule: str
    reason: str
    about: str | None = None


def prepare(workspace: Workspace, request: OverrideRequest) -> Prepared:
    """Work out an override. Raises WrongUse for an unknown rule, Refused for one that cannot be set aside."""
    return prepare_record(OVERRIDE, workspace, request, _intent)


def _intent(_: Workspace, __: CaseFile, request: OverrideRequest) -> Intent:
    _refuse_unbreakable(request.rule)
    return Intent(details=Override(rule=request.rule, about=request.about, reason=request.reason))


def _refuse_unbreakable(rule: str) -> None:
    row = ALL_ROWS.get(rule)
    if row is None:
        raise WrongUse(f"There is no rule '{rule}'", remedy="`reportkit explain` lists them.")
    if not row.override and ("error" in row.levels or row.levels == FACT):
        raise Refused(f"{row.id} cannot be set aside", remedy=f"`reportkit explain {row.id}` says what to do.")


OVERRIDE = Action("override", prepare)
