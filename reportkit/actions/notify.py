"""Issue the letters and the press release that announce the score [117]: all of them in one version, or none."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.announcement import SPECIMEN, work_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.hand_over import hand_over
from reportkit.actions.intent import Intent, Obstacle, Paper
from reportkit.actions.issued_documents import RELEASE, Work, letter_name, make
from reportkit.actions.notify_case_file import gather_for_letters
from reportkit.actions.pdf import pdf_copies
from reportkit.actions.prepare import obstacle_of, prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.ready_copies import ReadyCopies, copies_in, refusal_of
from reportkit.actions.refusal import InTheWay
from reportkit.actions.request import Request
from reportkit.actions.signed_content import signed
from reportkit.errors import Refused
from reportkit.inspection.particulars import Particulars
from reportkit.moderation.outcome_events import Letter, Letters, Release
from reportkit.publications.announcement import Announcement
from reportkit.publications.phrases import day
from reportkit.publications.press_release import embargo_line
from reportkit.workspace.workspace import Workspace


class NotifyRequest(Request, frozen=True, kw_only=True):
    """A request for the letters, with or without the press release (None: as the kind of inspection asks).

    `out` is the folder for copies; by default one in out/.
    """

    release: bool | None = None
    out: str | None = None


def prepare(workspace: Workspace, request: NotifyRequest) -> Prepared:
    """Work out issuing the letters: make every document and its PDF, and read the Word files back."""
    return prepare_record(NOTIFY, workspace, request, _intent, gather_for_letters)


def prepare_final_copies(workspace: Workspace, request: NotifyRequest) -> ReadyCopies:
    """Make final copies to print beforehand. Raises InTheWay or Refused where they could not be issued today."""
    slug = workspace.inspection(request.inspection)
    case_file = gather_for_letters(workspace, slug, request)
    intent = _intent(workspace, case_file, request)
    today = day(case_file.clock.today)
    hint = f"Nothing is recorded yet. These hold only if `reportkit notify {slug}` records them on {today}, unchanged."
    folder = workspace.output(request.out, f"{slug}-letters")
    return ReadyCopies(copies=copies_in(folder, intent.papers), remarks=intent.remarks, hints=(hint,))


def prepare_specimens(workspace: Workspace, request: NotifyRequest) -> ReadyCopies:
    """Make specimens, which can be had before the decision too, and find out why the letters would be refused."""
    slug = workspace.inspection(request.inspection)
    work = work_of(workspace, gather_for_letters(workspace, slug, request), SPECIMEN)
    papers = make(work, _names(work.announcement, request))
    return ReadyCopies(
        copies=copies_in(workspace.output(request.out, f"{slug}-specimens"), papers),
        hints=("Nothing was recorded.",),
        refusal=refusal_of(NOTIFY, workspace, request, _intent_unmade, gather_for_letters),
    )


def _intent(workspace: Workspace, case_file: CaseFile, request: NotifyRequest) -> Intent:
    """Return the whole set, made and read back. Raises InTheWay or Refused before anything is made."""
    work = _work(workspace, case_file, request)
    papers = make(work, _names(work.announcement, request))
    pdf = pdf_copies(papers)
    everything = (*papers, *pdf.papers)
    details = _details(workspace, case_file, work, everything)
    folder = workspace.output(request.out, f"{case_file.slug}-letters")
    handed = hand_over(case_file, details.letters, everything, folder)
    return Intent(
        details=details,
        needs="notify",
        papers=everything,
        copies=handed.copies,
        hints=handed.hints,
        remarks=pdf.remarks,
    )


def _intent_unmade(workspace: Workspace, case_file: CaseFile, request: NotifyRequest) -> Intent:
    """Return the set with empty documents: enough to find out what stands in the way, in no time."""
    work = _work(workspace, case_file, request)
    papers = tuple(Paper(work.file_name(name), b"") for name in _names(work.announcement, request))
    return Intent(details=_details(workspace, case_file, work, papers), needs="notify", papers=papers)


def _work(workspace: Workspace, case_file: CaseFile, request: NotifyRequest) -> Work:
    """Return what the documents are made with. Raises InTheWay or Refused where they cannot be issued."""
    _refuse_second(case_file)
    obstacles = tuple(_obstacles(case_file, request))
    if obstacles:
        raise InTheWay(obstacles)
    return work_of(workspace, case_file, case_file.marking)


def _obstacles(case_file: CaseFile, request: NotifyRequest) -> Iterator[Obstacle]:
    """Return everything that keeps the documents back, each with the command that clears it."""
    yield from map(obstacle_of, case_file.standing.holding("notify"))
    press = case_file.casework.press
    if _with_release(case_file.inspection.particulars, request) and not (press.number and press.contact):
        what = f"The press release needs a number and a contact: `press` in moderation/{case_file.slug}/casework.yaml"
        yield Obstacle(f"{what}.", f"reportkit save {case_file.slug}")


def _with_release(particulars: Particulars, request: NotifyRequest) -> bool:
    """Return whether a release goes with the letters: always where money does, else where it is asked for [117]."""
    return particulars.concerns_funding or bool(request.release)


def _refuse_second(case_file: CaseFile) -> None:
    """Raise Refused where the letters of this decision were issued before."""
    before, decided = case_file.ledger.letters, case_file.ledger.decision
    if before and decided and before[1].decision == decided[0].digest:
        raise Refused(
            f"The letters were issued already, dated {day(before[1].date)}",
            remedy=f"`reportkit notify copies {case_file.slug}` hands them over again.",
        )


def _names(announcement: Announcement, request: NotifyRequest) -> tuple[str, ...]:
    """Return the set's documents. Raises Refused where the release that must go with the letters is left out [117]."""
    letters = tuple(letter_name(recipient) for recipient in announcement.recipients)
    if announcement.concerns_funding and request.release is False:
        raise Refused("The press release goes out with the letters [117]", remedy="Leave --no-release out.")
    return (*letters, RELEASE) if _with_release(announcement.particulars, request) else letters


def _details(workspace: Workspace, case_file: CaseFile, work: Work, papers: tuple[Paper, ...]) -> Letters:
    """Return what the record says of the set."""
    announcement, before, what = work.announcement, case_file.ledger.letters, signed(workspace, case_file)
    there = frozenset(paper.name for paper in papers)
    return Letters(
        content=what.content,
        rests_on=what.rests_on,
        final=what.final,
        date=announcement.date,
        decision=announcement.decision,
        service=announcement.service,
        prospects=announcement.prospects,
        letters=tuple(_letters(work, there)),
        release=_release(work, there),
        qualifies=announcement.date if announcement.qualifies else None,
        replaces=before[0].digest if before else None,
    )


def _letters(work: Work, there: frozenset[str]) -> Iterator[Letter]:
    for recipient in work.announcement.recipients:
        to, document = work.announcement.addressee(recipient), work.file_name(letter_name(recipient))
        yield Letter(body=recipient, to=to.name if to else None, document=document, copies=_copies(document, there))


def _release(work: Work, there: frozenset[str]) -> Release | None:
    document, press = work.file_name(RELEASE), work.announcement.casework.press
    if document not in there or press.number is None:
        return None
    embargo = embargo_line(press.embargo) if press.embargo else None
    return Release(number=press.number, document=document, copies=_copies(document, there), embargo=embargo)


def _copies(document: str, there: frozenset[str]) -> tuple[str, ...]:
    copy = f"{document.removesuffix('.docx')}.pdf"
    return (copy,) if copy in there else ()


NOTIFY = Action("notify", prepare, "bring in first")
