"""Reissue one document with a minor correction: from the same decision and signed content, and today's casework."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.announcement import SPECIMEN, work_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.hand_over import hand_over
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.issued_documents import RELEASE, Work, letter_name, make
from reportkit.actions.notify_case_file import gather_for_letters
from reportkit.actions.pdf import pdf_copies
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.ready_copies import ReadyCopies, copies_in, refusal_of
from reportkit.actions.request import Request
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.future_records import COMPARE_CLOCKS
from reportkit.moderation.outcome_events import Correction, Letter, Letters
from reportkit.moderation.record_paths import issued_folder
from reportkit.similar_names import choose
from reportkit.word.read.read_document import read_document
from reportkit.workspace.workspace import Workspace


class CorrectRequest(Request, frozen=True, kw_only=True):
    """A request to reissue a document, by its name or its file's, with what was wrong in it.

    `out` is the folder for copies; by default one in out/.
    """

    document: str
    reason: str
    out: str | None = None


def prepare(workspace: Workspace, request: CorrectRequest) -> Prepared:
    """Work out a correction. Raises Refused where it would change a score or a finding, or nothing."""
    return prepare_record(CORRECT, workspace, request, _intent, gather_for_letters)


def prepare_specimen(workspace: Workspace, request: CorrectRequest) -> ReadyCopies:
    """Make a specimen of the corrected document, and find out why the correction would be refused."""
    slug = workspace.inspection(request.inspection)
    case_file = gather_for_letters(workspace, slug, request)
    name = _name(_originals(case_file), request.document)
    papers = make(_work(workspace, case_file, name, SPECIMEN), (name,))
    return ReadyCopies(
        copies=copies_in(workspace.output(request.out, f"{slug}-specimens"), papers),
        hints=("Nothing was recorded.",),
        refusal=refusal_of(CORRECT, workspace, request, _intent_in_word, gather_for_letters),
    )


class _Corrected(Struct, frozen=True):
    """A corrected document in Word: what it was made with, its name, its bytes, and the file that it replaces."""

    work: Work
    name: str
    paper: Paper
    original: str


def _intent(workspace: Workspace, case_file: CaseFile, request: CorrectRequest) -> Intent:
    corrected = _corrected(workspace, case_file, request)
    pdf = pdf_copies((corrected.paper,))
    papers = (corrected.paper, *pdf.papers)
    folder = workspace.output(request.out, f"{case_file.slug}-letters")
    handed = hand_over(case_file, _letters(corrected, pdf.papers), papers, folder)
    return Intent(
        details=_details(case_file, corrected, request, pdf.papers),
        papers=papers,
        copies=handed.copies,
        hints=handed.hints,
        remarks=pdf.remarks,
    )


def _intent_in_word(workspace: Workspace, case_file: CaseFile, request: CorrectRequest) -> Intent:
    """Return the correction without its PDF: enough to find out what stands in the way."""
    corrected = _corrected(workspace, case_file, request)
    return Intent(details=_details(case_file, corrected, request, ()), papers=(corrected.paper,))


def _corrected(workspace: Workspace, case_file: CaseFile, request: CorrectRequest) -> _Corrected:
    """Return the document, made and read back. Raises Refused or WrongUse."""
    originals = _originals(case_file)
    name = _name(originals, request.document)
    work = _work(workspace, case_file, name, case_file.marking)
    (paper,) = make(work, (name,))
    _refuse_same(workspace, case_file, originals[name], paper)
    return _Corrected(work, name, paper, originals[name])


def _details(
    case_file: CaseFile, corrected: _Corrected, request: CorrectRequest, copies: tuple[Paper, ...]
) -> Correction:
    entry, letters = _issued(case_file)
    return Correction(
        of=entry.digest,
        original=corrected.original,
        dated=letters.date,
        document=corrected.paper.name,
        copies=tuple(paper.name for paper in copies),
        date=case_file.clock.today,
        reason=request.reason,
    )


def _refuse_same(workspace: Workspace, case_file: CaseFile, original: str, made: Paper) -> None:
    """Raise Refused where the document would say the same as the one that it replaces."""
    path = f"{issued_folder(case_file.slug)}/{original}"
    if read_document(workspace.saved.read(path), path) == read_document(made.data):
        raise Refused(
            f"Nothing would change in {original}, which was issued today",
            remedy="Correct casework.yaml and save first. "
            f"`reportkit notify copies {case_file.slug}` hands over again what was issued.",
        )


def _issued(case_file: CaseFile) -> tuple[Entry, Letters]:
    """Return the letters to correct. Raises Refused where there are none, or a score or a finding changed since."""
    issued = case_file.ledger.letters
    if issued is None:
        raise Refused("No letters were issued yet", remedy=f"`reportkit notify {case_file.slug}` issues them.")
    if case_file.clock.today < issued[1].date:
        today = case_file.clock.today
        what = (
            f"The letters are of {issued[1].date}, which has not come yet by this computer’s clock: it is {today} here"
        )
        raise Refused(what, remedy=COMPARE_CLOCKS)
    decided = case_file.ledger.decision
    same_score = decided is not None and decided[0].digest == issued[1].decision
    if not same_score or case_file.standing.subject != issued[1].final:
        raise Refused(
            "A score or a finding changed since the letters, and that is not a minor correction",
            remedy=f"Sign again and decide (`reportkit moderate {case_file.slug}` leads on); then `reportkit notify "
            f"{case_file.slug}` issues new letters, with a date of their own.",
        )
    return issued


def _work(workspace: Workspace, case_file: CaseFile, name: str, marking: str) -> Work:
    """Return what the document is made with, which says what it replaces."""
    work, (_, letters) = work_of(workspace, case_file, marking), _issued(case_file)
    announcement = replace(work.announcement, corrects=letters.date)
    return replace(work, announcement=announcement, again=_again(case_file, name))


def _again(case_file: CaseFile, name: str) -> str:
    """Return the ending that distinguishes a correction from the original and from earlier corrections of it."""
    before = sum(f"-{name}-corrected" in each.document for _, each in case_file.ledger.of(Correction))
    return f"-corrected-{before + 1}" if before else "-corrected"


def _name(originals: Mapping[str, str], document: str) -> str:
    """Return the name of an issued document that was given by name or by file. Raises WrongUse."""
    for name in originals:
        if name == document or f"-{name}" in document:
            return name
    raise WrongUse(f"There is no document `{document}`", remedy=choose(document, tuple(originals)))


def _originals(case_file: CaseFile) -> Mapping[str, str]:
    """Return the file that a correction of each issued document would replace: the last one issued of it."""
    entry, letters = _issued(case_file)
    files = {letter_name(letter.body): letter.document for letter in letters.letters}
    if letters.release:
        files[RELEASE] = letters.release.document
    for _, later in case_file.ledger.of(Correction):
        for name, file in files.items():
            if later.of == entry.digest and later.original == file:
                files[name] = later.document
    return files


def _letters(corrected: _Corrected, copies: tuple[Paper, ...]) -> tuple[Letter, ...]:
    """Return the letter to send with a message; none for the press release."""
    announcement = corrected.work.announcement
    addressees = {letter_name(recipient): recipient for recipient in announcement.recipients}
    if corrected.name not in addressees:
        return ()
    recipient = addressees[corrected.name]
    to = announcement.addressee(recipient)
    names = tuple(paper.name for paper in copies)
    return (Letter(body=recipient, to=to.name if to else None, document=corrected.paper.name, copies=names),)


CORRECT = Action("correct", prepare, "bring in first")
