"""Hand an inspection to its moderators [114]."""

from __future__ import annotations

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import content
from reportkit.moderation.events import Submitted
from reportkit.workspace.workspace import Workspace


class SubmitRequest(Request, frozen=True, kw_only=True):
    """A request to hand an inspection in; `note` is what the moderators should know."""

    note: str | None = None


def prepare(workspace: Workspace, request: SubmitRequest) -> Prepared:
    """Work out handing in. Raises Refused where the inspection was never saved."""
    return prepare_record(SUBMIT, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: SubmitRequest) -> Intent:
    return Intent(details=Submitted(content=content(workspace, case_file.slug), note=request.note), needs="submit")


SUBMIT = Action("submit", prepare)
