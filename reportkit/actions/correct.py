"""One issued document made again: from the same decision and the same signed content, with casework as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.announcement import work_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.hand_over import after_recording, hand_over, put_copies
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.issued_documents import RELEASE, Work, letter_name, make
from reportkit.actions.notify_case_file import sight
from reportkit.actions.pdf import pdfs
from reportkit.cli.old_act import act_shared_first
from reportkit.cli.parameters.act_options import Manner
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.records.paths import issued_folder
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.outcome_events import Correction, Letter, Letters
from reportkit.reading.problems import choose
from reportkit.word.read.read_document import read_document
from reportkit.workspace.workspace import Workspace


class Order(Struct, frozen=True):
    """What was asked for: which document, why, and where copies go."""

    document: str
    reason: str
    folder: Path


class _Corrected(Struct, frozen=True):
    """A corrected document: its papers, what the record says, and the letter to go with a message, if it is one."""

    work: Work
    papers: tuple[Paper, ...]
    details: Correction
    letter: Letter | None


def correct(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Record the corrected document, then hand copies over. Raises Refused where more than a slip would change."""
    made: list[tuple[CaseFile, _Corrected]] = []

    def intend(case_file: CaseFile) -> Intent:
        corrected = _corrected(workspace, case_file, order)
        made.append((case_file, corrected))
        return Intent(details=corrected.details, papers=corrected.papers)

    act_shared_first(workspace, slug, manner, intend, sight)
    case_file, corrected = made[-1]
    letters = (corrected.letter,) if corrected.letter else ()
    with after_recording(slug):
        hand_over(case_file, letters, corrected.work.announcement.casework, corrected.papers, order.folder)


def show_specimen(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Put a specimen of the corrected document into the folder."""
    case_file = sight(workspace, slug, manner)
    work = _work(workspace, case_file, _told(case_file), specimen=True)
    name = _named(work, order.document)
    for path in put_copies(make(replace(work, again=_again(case_file, name)), (name,)), order.folder):
        click.echo(path)
    click.echo("Nothing was recorded.", err=True)


def _corrected(workspace: Workspace, case_file: CaseFile, order: Order) -> _Corrected:
    told = _told(case_file)
    work = _work(workspace, case_file, told, specimen=False)
    name = _named(work, order.document)
    work = replace(work, again=_again(case_file, name))
    original = _originals(case_file, told)[name]
    papers = make(work, (name,))
    _refuse_same(workspace, case_file, original, papers[0])
    copies = pdfs(papers)
    document = work.file_name(name)
    details = Correction(
        of=told[0].digest,
        original=original,
        dated=told[1].date,
        document=document,
        copies=tuple(paper.name for paper in copies),
        date=case_file.clock.today,
        reason=order.reason,
    )
    return _Corrected(work, (*papers, *copies), details, _letter(work, name, copies))


def _refuse_same(workspace: Workspace, case_file: CaseFile, original: str, made: Paper) -> None:
    """Raise Refused where the document would say what the one says in whose place it comes."""
    path = f"{issued_folder(case_file.slug)}/{original}"
    if read_document(workspace.saved.read(path), path) == read_document(made.data):
        raise Refused(
            f"Nothing would change in {original}, which was issued today",
            remedy="Put the slip right in casework.yaml and save first. "
            f"`reportkit notify copies {case_file.slug}` hands over again what was issued.",
        )


def _told(case_file: CaseFile) -> tuple[Entry, Letters]:
    """The letters that are corrected. Raises Refused where there are none, or a score or a finding changed since."""
    told = case_file.ledger.letters
    if told is None:
        raise Refused("No letters were issued yet", remedy=f"`reportkit notify {case_file.slug}` issues them.")
    if case_file.clock.today < told[1].date:
        today = case_file.clock.today
        what = f"It is {today} here, and the letters are of {told[1].date}: this computer’s clock is behind"
        raise Refused(what, remedy="Set it right, then try again.")
    decided = case_file.ledger.decision
    same_score = decided is not None and decided[0].digest == told[1].decision
    if not same_score or case_file.standing.subject != told[1].final:
        raise Refused(
            "A score or a finding changed since the letters, and that is no slip of the pen",
            remedy=f"Sign again and decide (`reportkit moderate {case_file.slug}` leads on); then `reportkit notify "
            f"{case_file.slug}` issues new letters, with a date of their own.",
        )
    return told


def _work(workspace: Workspace, case_file: CaseFile, told: tuple[Entry, Letters], *, specimen: bool) -> Work:
    work = work_of(workspace, case_file, specimen=specimen)
    return replace(work, announcement=replace(work.announcement, corrects=told[1].date))


def _again(case_file: CaseFile, name: str) -> str:
    """The ending that tells a correction from the original, and from the corrections of that document before it."""
    before = sum(f"-{name}-corrected" in each.document for _, each in case_file.ledger.of(Correction))
    return f"-corrected-{before + 1}" if before else "-corrected"


def _named(work: Work, document: str) -> str:
    """The document's name, as it was typed or as its file is called. Raises WrongUse."""
    names = (*(letter_name(recipient) for recipient in work.announcement.recipients), RELEASE)
    for name in names:
        if name == document or f"-{name}" in document:
            return name
    raise WrongUse(f"There is no document `{document}`", remedy=choose(document, names))


def _originals(case_file: CaseFile, told: tuple[Entry, Letters]) -> Mapping[str, str]:
    """The file in whose place a correction of each document would come: the last one of it."""
    entry, letters = told
    files = {letter_name(letter.body): letter.document for letter in letters.letters}
    if letters.release:
        files[RELEASE] = letters.release.document
    for _, later in case_file.ledger.of(Correction):
        for name, file in files.items():
            if later.of == entry.digest and later.original == file:
                files[name] = later.document
    return files


def _letter(work: Work, name: str, copies: tuple[Paper, ...]) -> Letter | None:
    for recipient in work.announcement.recipients:
        if name == letter_name(recipient):
            to = work.announcement.addressee(recipient)
            return Letter(
                body=recipient,
                to=to.name if to else None,
                document=work.file_name(name),
                copies=tuple(paper.name for paper in copies),
            )
    return None
