"""Note the round-table discussion of the draft, or its presentation to a wider audience [115, 116]."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.moderation.comment_events import RoundTable
from reportkit.workspace.workspace import Workspace


class RoundTableRequest(Request, frozen=True, kw_only=True):
    """A request to note a round table: `on` by default today; `present` are names, or ids of policy.yaml."""

    present: tuple[str, ...]
    on: dt.date | None = None
    wider: bool = False
    note: str | None = None


def prepare(workspace: Workspace, request: RoundTableRequest) -> Prepared:
    """Work out the note of a round table."""
    return prepare_record(ROUND_TABLE, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: RoundTableRequest) -> Intent:
    names = tuple(dict.fromkeys(case_file.policy.own_name(name) for name in request.present))
    on = request.on or case_file.clock.today
    return Intent(details=RoundTable(on=on, present=names, wider=request.wider, note=request.note))


ROUND_TABLE = Action("round-table", prepare)
