"""A re-inspection agreed: its day held against the guidance, and its folder made with what is to be traced."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.case_file import CaseFile
from reportkit.actions.guards import refuse_guarded
from reportkit.actions.intent import Intent
from reportkit.cli.new import refuse_name
from reportkit.errors import Refused
from reportkit.files.new_id import numbered_name
from reportkit.files.reinspection_folder import follow_on, follow_on_casework
from reportkit.inspection.judgement import BELOW_GOOD
from reportkit.inspection.milestones import Milestones, Reinspection
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.outcome_events import Letters, ReinspectionAgreed
from reportkit.moderation.store import File
from reportkit.reading.casework import casework_path, read_casework
from reportkit.workspace.workspace import INSPECTIONS, Workspace, inspection_names


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    on: dt.date
    people: tuple[str, ...]
    agreed_on: dt.date | None
    reason: str | None
    name: str | None


def agreement(workspace: Workspace, case_file: CaseFile, asked: Asked) -> Intent:
    """What is intended: the record of the agreement and, the first time, the new inspection's files. Raises Refused."""
    letters = _letters(case_file)
    if asked.on <= case_file.clock.today:
        raise Refused(f"{asked.on} has passed, or is today", remedy="Give a day to come with --on.")
    casework = read_casework(workspace.saved, case_file.slug)
    reached = milestones_of(case_file.ledger, casework)
    refuse_guarded(case_file, "reinspect", _agreed(reached, asked), reason_for="L04")
    known = reached.reinspection.inspection if reached.reinspection else None
    name = known or _name(workspace, case_file, asked)
    details = ReinspectionAgreed(
        on=asked.on,
        judgement=letters.service,
        agreed_on=asked.agreed_on,
        with_=asked.people,
        provisional=reached.published is None,
        inspection=name,
        reason=asked.reason,
    )
    return Intent(details=details, files=() if known else _files(case_file, letters, name, asked.on))


def _letters(case_file: CaseFile) -> Letters:
    """What told the score. Raises Refused where nothing did, or no re-inspection follows from it."""
    if case_file.ledger.letters is None:
        what = "The score was not told yet, so no re-inspection follows from it [118]"
        raise Refused(what, remedy=f"`reportkit notify {case_file.slug}` tells it.")
    letters = case_file.ledger.letters[1]
    if letters.service not in BELOW_GOOD:
        what = f"The service was judged {letters.service}, and only one below good is inspected again [118]"
        raise Refused(what, remedy="Weak prospects are for the ODPM: `reportkit moderate odpm-discussion`.")
    return letters


def _agreed(reached: Milestones, asked: Asked) -> Milestones:
    agreed = Reinspection(on=asked.on, agreed=asked.agreed_on, with_=asked.people, why=asked.reason)
    return replace(reached, reinspection=agreed)


def _name(workspace: Workspace, case_file: CaseFile, asked: Asked) -> str:
    """The new inspection's name. Raises for one that is none, or is there already."""
    taken = {*inspection_names(workspace.root), *(path.split("/")[1] for path in workspace.saved.under(INSPECTIONS))}
    name = asked.name or numbered_name(case_file.slug, asked.on.year, taken)
    refuse_name(workspace, name)
    return name


def _files(case_file: CaseFile, letters: Letters, name: str, on: dt.date) -> tuple[File, ...]:
    made = follow_on(case_file.inspection, letters.date, letters.service, letters.prospects)
    folder = {f"{INSPECTIONS}/{name}/{path}": text for path, text in made.items()}
    texts = {**folder, casework_path(name): follow_on_casework(on)}
    return tuple(File(path=path, data=text.encode()) for path, text in texts.items())
