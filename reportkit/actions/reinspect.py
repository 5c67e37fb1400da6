"""Agree the day of a re-inspection [118], and make its folder with the findings to look at again [80]."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.actions.act_problems import guarded
from reportkit.actions.case_file import CaseFile
from reportkit.actions.inspection_name import refuse_name
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import obstacle_of, prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.refusal import InTheWay
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.files.new_id import numbered_name
from reportkit.files.reinspection_folder import follow_on, follow_on_casework
from reportkit.inspection.judgement import BELOW_GOOD
from reportkit.inspection.milestones import Milestones, Reinspection
from reportkit.moderation.blocker import Held
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.outcome_events import Letters, ReinspectionAgreed
from reportkit.moderation.store import File
from reportkit.reading.casework import casework_path
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


class ReinspectRequest(Request, frozen=True, kw_only=True):
    """The day that was agreed, with whom and when (None: today), why, and the new inspection's name."""

    on: dt.date
    people: tuple[str, ...] = ()
    agreed_on: dt.date | None = None
    reason: str | None = None
    name: str | None = None


def prepare(workspace: Workspace, request: ReinspectRequest) -> Prepared:
    """Work out the agreement and, the first time, the new inspection's files. One version holds them all."""
    return prepare_record(REINSPECT, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: ReinspectRequest) -> Intent:
    letters = _letters(case_file)
    if request.on <= case_file.clock.today:
        raise Refused(f"{request.on} has passed, or is today", remedy="Give a day to come with --on.")
    reached = milestones_of(case_file.ledger, case_file.casework)
    refuse_guarded(case_file, "reinspect", _agreed(reached, request), reason_for="L04")
    known = reached.reinspection.inspection if reached.reinspection else None
    name = known or _name(workspace, case_file, request)
    details = ReinspectionAgreed(
        on=request.on,
        judgement=letters.service,
        agreed_on=request.agreed_on,
        with_=request.people,
        provisional=reached.published is None,
        inspection=name,
        reason=request.reason,
    )
    return Intent(details=details, files=() if known else _files(case_file, letters, name, request.on))


def _letters(case_file: CaseFile) -> Letters:
    """Return the letters that announced the score. Raises Refused where no re-inspection follows from them."""
    if case_file.ledger.letters is None:
        what = "The letters with the score were not sent yet, so no re-inspection follows from it [118]"
        raise Refused(what, remedy=f"`reportkit notify {case_file.slug}` sends them.")
    letters = case_file.ledger.letters[1]
    if letters.service not in BELOW_GOOD:
        what = f"The service was judged {letters.service}, and only one below good is inspected again [118]"
        raise Refused(what, remedy="Weak prospects are for the ODPM: `reportkit moderate odpm-discussion`.")
    return letters


def _agreed(reached: Milestones, request: ReinspectRequest) -> Milestones:
    """Return the milestones as they would be with this agreement."""
    agreed = Reinspection(on=request.on, agreed=request.agreed_on, with_=request.people, why=request.reason)
    return replace(reached, reinspection=agreed)


def _name(workspace: Workspace, case_file: CaseFile, request: ReinspectRequest) -> str:
    """Return the new inspection's name. Raises WrongUse where it cannot be used, Refused where another has it."""
    taken = {*workspace.inspection_names(), *(path.split("/")[1] for path in workspace.saved.under(INSPECTIONS))}
    name = request.name or numbered_name(case_file.slug, request.on.year, taken)
    refuse_name(workspace, name)
    return name


def _files(case_file: CaseFile, letters: Letters, name: str, on: dt.date) -> tuple[File, ...]:
    """Return the files of the new inspection and its casework."""
    made = follow_on(case_file.inspection, letters.date, letters.service, letters.prospects)
    folder = {f"{INSPECTIONS}/{name}/{path}": text for path, text in made.items()}
    texts = {**folder, casework_path(name): follow_on_casework(on)}
    return tuple(File(path=path, data=text.encode()) for path, text in texts.items())


REINSPECT = Action("reinspect", prepare)


def refuse_guarded(case_file: CaseFile, act: Held, reached: Milestones, *, reason_for: str) -> None:
    """Raise InTheWay with every breach of a rule that protects this act and that was not set aside (see `guarded`)."""
    found = guarded(case_file, act, reached, reason_for=reason_for)
    if found:
        raise InTheWay(tuple(map(obstacle_of, found)))
