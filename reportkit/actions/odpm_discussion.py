"""Record that weak prospects were discussed with the ODPM [30]."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.inspection.judgement import WEAK_PROSPECTS
from reportkit.moderation.outcome_events import OdpmDiscussion
from reportkit.workspace.workspace import Workspace


class OdpmDiscussionRequest(Request, frozen=True, kw_only=True):
    """A discussion with the ODPM: its day, the names of the people there, and what came out of it."""

    on: dt.date
    note: str
    people: tuple[str, ...] = ()


def prepare(workspace: Workspace, request: OdpmDiscussionRequest) -> Prepared:
    """Work out a discussion. Raises Refused where the prospects are not weak."""
    return prepare_record(ODPM_DISCUSSION, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: OdpmDiscussionRequest) -> Intent:
    rating = case_file.case.prospects
    if rating not in WEAK_PROSPECTS:
        rated = f"are {rating}" if rating else "are not judged yet"
        raise Refused(f"The prospects {rated}: there is nothing to discuss with the ODPM [30]", remedy="Leave it.")
    return Intent(details=OdpmDiscussion(on=request.on, with_=request.people, note=request.note))


ODPM_DISCUSSION = Action("odpm-discussion", prepare)
