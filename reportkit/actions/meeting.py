"""Record a meeting of the moderators: who was there, and the outcome for each judgement [114]."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.actor import person_called
from reportkit.actions.arguments import outcome
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.moderation.events import Meeting
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.workspace.workspace import Workspace


class MeetingRequest(Request, frozen=True, kw_only=True):
    """A meeting: the ids of those present, and each judgement as `agreed`, FROM:TO:WHY or further:WHAT.

    `on` is its day, by default today. `of_round` is the round that it belongs to, for a check.
    """

    present: tuple[str, ...]
    service: str
    prospects: str
    on: dt.date | None = None
    of_round: int | None = None
    note: str | None = None


def prepare(workspace: Workspace, request: MeetingRequest) -> Prepared:
    """Work out a meeting. Raises Refused for one of another round, WrongUse for unknown people or outcomes."""
    return prepare_record(MEETING, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: MeetingRequest) -> Intent:
    _refuse_other_round(case_file.standing.round, request.of_round)
    return Intent(
        details=Meeting(
            date=request.on or case_file.clock.today,
            present=tuple(person_called(case_file.policy, name).id for name in request.present),
            service=outcome(ServiceOutcome, request.service, case_file.case.service, "--service"),
            prospects=outcome(ProspectsOutcome, request.prospects, case_file.case.prospects, "--prospects"),
            note=request.note,
        )
    )


def _refuse_other_round(current: int, given: int | None) -> None:
    if given is not None and given != current:
        now = f"round {current} is on" if current else "it was not submitted yet"
        raise Refused(f"This is no meeting of round {given}: {now}", remedy="Leave --round out, or look again.")


MEETING = Action("meeting", prepare)
