"""Publish the final report: made from what was signed, and read back before it goes out [117]."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.cleared_by_record import cleared_by
from reportkit.actions.draft import written_with
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.pdf import pdf_copies
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.readiness import refuse_unready
from reportkit.actions.ready_copies import copies_in
from reportkit.actions.request import Request
from reportkit.actions.signed_content import SignedContent, issued_name, signed
from reportkit.actions.template_cache import kept_code
from reportkit.errors import Refused
from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.sensitive import Withheld, withheld
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.outcome_events import Letters, Published
from reportkit.moderation.record_paths import issued_folder
from reportkit.publications.final_report import FINAL, PLAYED, Read, against_report, dated
from reportkit.publications.report import Edition, report
from reportkit.publications.since_draft import since_draft
from reportkit.reading.inspection import read_inspection
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


class PublishRequest(Request, frozen=True, kw_only=True):
    """`reason` says why publication is earlier or later than the guidance expects; `out` is the folder for copies."""

    reason: str | None = None
    out: str | None = None


def prepare(workspace: Workspace, request: PublishRequest) -> Prepared:
    """Work out publication: make the report, its PDF and the list of what changed, and read the report back."""
    return prepare_record(PUBLISH, workspace, request, _intent, gather)


class _Documents(Struct, frozen=True):
    """The Word documents that are published, and the findings that the report leaves out."""

    report: Paper
    changes: Paper
    left_out: tuple[str, ...]


def _intent(workspace: Workspace, case_file: CaseFile, request: PublishRequest) -> Intent:
    """Return the documents and their record. What can be checked before they are made is checked first."""
    entry, letters = _refuse_early(workspace, case_file, request)
    what = signed(workspace, case_file)
    made = _documents(workspace, case_file, what, letters)
    pdf = pdf_copies((made.report,))
    papers = (made.report, made.changes, *pdf.papers)
    details = Published(
        content=what.content,
        rests_on=what.rests_on,
        final=what.final,
        on=case_file.clock.today,
        letters=entry.digest,
        document=made.report.name,
        copies=tuple(each.name for each in pdf.papers),
        changes=made.changes.name,
        left_out=made.left_out,
        reason=request.reason,
    )
    copies = copies_in(workspace.output(request.out, f"{case_file.slug}-report"), papers)
    return Intent(details=details, needs="publish", papers=papers, copies=copies, remarks=pdf.remarks)


def _refuse_early(workspace: Workspace, case_file: CaseFile, request: PublishRequest) -> tuple[Entry, Letters]:
    """Return the letters that the report follows. Raises InTheWay or Refused where it cannot be published today."""
    _refuse_second(case_file)
    refuse_unready(workspace, case_file, "publish", reason=request.reason)
    return _letters(case_file)


def _documents(workspace: Workspace, case_file: CaseFile, what: SignedContent, letters: Letters) -> _Documents:
    """Make the report and the list of what changed since the bodies' draft. Raises Refused."""
    _refuse_another_score(what.inspection, letters)
    public = _public(workspace, case_file, what.inspection)
    edition = PLAYED if case_file.policy.demonstration else FINAL
    today = case_file.clock.today
    report = _paper(today, "report", _report(what, public, case_file.casework, edition))
    changes = _paper(today, "changes-since-draft", _changes(workspace, case_file, what, public))
    return _Documents(report, changes, public.findings)


def _refuse_second(case_file: CaseFile) -> None:
    """Raise Refused, with the place of its file, where the report was published already."""
    if case_file.ledger.published is not None:
        _, before = case_file.ledger.published
        remedy = f"It is in {issued_folder(case_file.slug)}/{before.document}, as it was published."
        raise Refused(f"The report was published already, on {before.on}", remedy=remedy)


def _letters(case_file: CaseFile) -> tuple[Entry, Letters]:
    """Return the letters that announced the score. Raises Refused where there are none."""
    if case_file.ledger.letters is None:
        early = "The letters with the score were not sent yet, and the report comes after the letters [117]"
        raise Refused(early, remedy=f"`reportkit notify {case_file.slug}` sends them.")
    return case_file.ledger.letters


def _paper(today: dt.date, what: str, data: bytes) -> Paper:
    return Paper(issued_name(f"{today}", what, data), data)


def _refuse_another_score(inspection: Inspection, letters: Letters) -> None:
    """Raise Refused where the report and the letters give different scores, which earlier checks should prevent."""
    judged = inspection.particulars.judgements
    if (judged.service.rating, judged.prospects.rating) != (letters.service, letters.prospects):
        told = f"{letters.service} and {letters.prospects}"
        raise Refused(f"The report says another score than the letters, which say {told} [117]")


def _public(workspace: Workspace, case_file: CaseFile, inspection: Inspection) -> Withheld:
    """Return what the public may read. Raises Refused where a text that stays refers to a finding that is withheld."""
    cleared = cleared_by(workspace, case_file.inspection, case_file.ledger, "report")
    public = withheld(dated(inspection, case_file.clock.today), cleared)
    if public.told:
        places = "; ".join(f"{each.where} mentions {each.finding}" for each in public.told)
        remedy = "Clear the finding with `reportkit moderate clear`, or take the mention out and sign anew."
        raise Refused(f"A sensitive finding is withheld, and the text still refers to it: {places}", remedy=remedy)
    return public


def _report(what: SignedContent, public: Withheld, casework: Casework, edition: Edition) -> bytes:
    """Return the report in Word. Raises Refused with everything in it that must not be published."""
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
    """Return the list of what changed since the draft that the bodies saw."""
    if case_file.ledger.sent is None:
        raise Refused("No draft went to the bodies", remedy=f"`reportkit comments send {case_file.slug}` sends it.")
    entry, sent = case_file.ledger.sent
    files = workspace.folder_at(f"{INSPECTIONS}/{case_file.slug}", sent.content.inspection)
    before = read_inspection(files, case_file.slug).inspection
    if before is None:
        raise Refused("The draft that the bodies saw is not in this copy", remedy="`reportkit sync` brings it in.")
    then = dated(before, case_file.clock.today)
    document = since_draft(then, public, day_of(entry.record), what.setting, what.templates, kept_code())
    return written_with(document, what.house)


PUBLISH = Action("publish", prepare, "bring in first")
