"""The final report, drawn from what was signed and read back before anybody has it."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.actions.case_file import CaseFile
from reportkit.actions.clearances import cleared_findings
from reportkit.actions.draft import written_with
from reportkit.actions.guards import refuse_guarded
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.pdf import pdfs
from reportkit.actions.prepare import refuse_held
from reportkit.actions.signed_content import SignedContent, issued_name, signed
from reportkit.actions.template_cache import kept_code
from reportkit.errors import Refused
from reportkit.gitstore.records.paths import issued_folder
from reportkit.gitstore.records.version_files import FormerFolder
from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.sensitive import Withheld, withheld
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.outcome_events import Letters, Published
from reportkit.publications.final_report import FINAL, PLAYED, Read, against_report, dated
from reportkit.publications.report import Edition, report
from reportkit.publications.since_draft import since_draft
from reportkit.reading.casework import read_casework
from reportkit.reading.inspection import read_inspection
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from reportkit.workspace.workspace import Workspace


def publication(workspace: Workspace, case_file: CaseFile, reason: str | None) -> Intent:
    """What is intended: the report, its PDF, the list of what changed, and their record. Raises with all that is wrong.

    Everything that can be known beforehand is looked at before the documents are made.
    """
    _refuse_second(case_file)
    refuse_held(case_file, "publish")
    entry, letters = _letters(case_file)
    today, casework = case_file.clock.today, read_casework(workspace.saved, case_file.slug)
    reached = replace(milestones_of(case_file.ledger, casework), published=today, why_not_in_time=reason)
    refuse_guarded(case_file, "publish", reached, reason_for="J07")
    what = signed(workspace, case_file)
    _refuse_another_score(what.inspection, letters)
    public = _public(workspace, case_file, what.inspection)
    final = _paper(
        today, "report", _report(what, public, casework, PLAYED if case_file.policy.demonstration else FINAL)
    )
    changes = _paper(today, "changes-since-draft", _changes(workspace, case_file, what, public))
    copies = pdfs((final,))
    details = Published(
        content=what.content,
        rests_on=what.rests_on,
        final=what.final,
        on=today,
        letters=entry.digest,
        document=final.name,
        copies=tuple(each.name for each in copies),
        changes=changes.name,
        left_out=public.findings,
        reason=reason,
    )
    return Intent(details=details, needs="publish", papers=(final, changes, *copies))


def _refuse_second(case_file: CaseFile) -> None:
    """Raise Refused, with the place where it lies, where the report was published already."""
    if case_file.ledger.published is not None:
        _, before = case_file.ledger.published
        remedy = f"It lies in {issued_folder(case_file.slug)}/{before.document}, as it was published."
        raise Refused(f"The report was published already, on {before.on}", remedy=remedy)


def _letters(case_file: CaseFile) -> tuple[Entry, Letters]:
    """What told the score. Raises Refused where nothing did."""
    if case_file.ledger.letters is None:
        early = "The score was not told yet, and the report comes after the letters [117]"
        raise Refused(early, remedy=f"`reportkit notify {case_file.slug}` tells it.")
    return case_file.ledger.letters


def _paper(today: dt.date, what: str, data: bytes) -> Paper:
    return Paper(issued_name(f"{today}", what, data), data)


def _refuse_another_score(inspection: Inspection, letters: Letters) -> None:
    """The report and the letters tell one score: a guard behind those that keep them together."""
    judged = inspection.particulars.judgements
    if (judged.service.rating, judged.prospects.rating) != (letters.service, letters.prospects):
        told = f"{letters.service} and {letters.prospects}"
        raise Refused(f"The report says another score than the letters, which told {told} [117]")


def _public(workspace: Workspace, case_file: CaseFile, inspection: Inspection) -> Withheld:
    """What the public may read. Raises Refused where a text that stays refers to a finding that does not."""
    public = withheld(dated(inspection, case_file.clock.today), cleared_findings(workspace, case_file, "report"))
    if public.told:
        places = "; ".join(f"{each.where} mentions {each.finding}" for each in public.told)
        remedy = "Clear the finding with `reportkit moderate clear`, or take the mention out and sign anew."
        raise Refused(f"A sensitive finding is withheld, and the text still refers to it: {places}", remedy=remedy)
    return public


def _report(what: SignedContent, public: Withheld, casework: Casework, edition: Edition) -> bytes:
    document = report(public.shown, what.setting, what.templates, kept_code(), edition)
    data = written_with(document, what.house)
    told = read_document(data)
    wrong = (
        *(f"it still holds {each}" for each in unfit_for_release(data) if not (edition.marking and each == WATERMARK)),
        *against_report(Read(told.paragraphs, told.beside), what.inspection, public, casework.advised),
    )
    if wrong:
        listed = "".join(f"\n  {each}." for each in wrong)
        raise Refused(f"The report cannot be published:{listed}")
    return data


def _changes(workspace: Workspace, case_file: CaseFile, what: SignedContent, public: Withheld) -> bytes:
    """The list of what changed since the draft that the bodies saw."""
    if case_file.ledger.sent is None:
        raise Refused("No draft went to the bodies", remedy=f"`reportkit comments send {case_file.slug}` sends it.")
    entry, sent = case_file.ledger.sent
    files = FormerFolder(workspace.reader, f"inspections/{case_file.slug}", sent.content.inspection)
    before = read_inspection(files, case_file.slug).inspection
    if before is None:
        raise Refused("The draft that the bodies saw is not in this copy", remedy="`reportkit sync` brings it in.")
    then = dated(before, case_file.clock.today)
    document = since_draft(then, public, day_of(entry.record), what.setting, what.templates, kept_code())
    return written_with(document, what.house)
