"""Give a body more time to comment on the draft."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.sent_drafts import last_draft
from reportkit.inspection.milestones import Body
from reportkit.moderation.comment_events import Extension
from reportkit.workspace.workspace import Workspace


class ExtendRequest(Request, frozen=True, kw_only=True):
    """A request to give a body more time: `until` is its last day to comment."""

    body: Body
    until: dt.date
    reason: str | None = None


def prepare(workspace: Workspace, request: ExtendRequest) -> Prepared:
    """Work out more time for a body. Raises Refused where no draft was sent."""
    return prepare_record(EXTEND, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: ExtendRequest) -> Intent:
    draft, _sent = last_draft(case_file)
    return Intent(details=Extension(draft=draft.digest, body=request.body, until=request.until, reason=request.reason))


EXTEND = Action("extend", prepare)
