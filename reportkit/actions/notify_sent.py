"""Record how a letter or the press release was sent."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.moderation.dispatches import to_be_sent
from reportkit.moderation.outcome_events import Addressee, Dispatch, Way
from reportkit.workspace.workspace import Workspace


class NotifySentRequest(Request, frozen=True, kw_only=True):
    """A request to note a letter as sent: to whom, how, and on which day (None: today)."""

    to: Addressee
    way: Way
    on: dt.date | None = None
    note: str | None = None


def prepare(workspace: Workspace, request: NotifySentRequest) -> Prepared:
    """Work out recording it. Raises Refused where nothing was issued for this addressee."""
    return prepare_record(NOTIFY_SENT, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: NotifySentRequest) -> Intent:
    of, on = to_be_sent(case_file.ledger, request.to), request.on or case_file.clock.today
    return Intent(details=Dispatch(of=of, to=request.to, way=request.way, on=on, note=request.note))


NOTIFY_SENT = Action("notify sent", prepare)
