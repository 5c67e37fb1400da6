"""Record how far the work on a recommendation has come."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import WrongUse
from reportkit.moderation.outcome_events import Done, Progress
from reportkit.similar_names import choose
from reportkit.workspace.workspace import Workspace


class ProgressRequest(Request, frozen=True, kw_only=True):
    """The state of a recommendation: its id, the state, the day of which that is true (None: today), and a note."""

    recommendation: str
    state: Done
    on: dt.date | None = None
    note: str | None = None


def prepare(workspace: Workspace, request: ProgressRequest) -> Prepared:
    """Work out a note of progress. Raises WrongUse where there is no such recommendation."""
    return prepare_record(PROGRESS, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: ProgressRequest) -> Intent:
    there = [each.id for each in case_file.inspection.recommendations]
    if request.recommendation not in there:
        remedy = choose(request.recommendation, there) or "`reportkit timetable` shows them."
        raise WrongUse(f"There is no recommendation `{request.recommendation}` in {case_file.slug}", remedy=remedy)
    on = request.on or case_file.clock.today
    details = Progress(recommendation=request.recommendation, state=request.state, on=on, note=request.note)
    return Intent(details=details)


PROGRESS = Action("progress", prepare)
