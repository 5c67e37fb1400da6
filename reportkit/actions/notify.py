"""Telling the score, step by step: look, make and read back, record with others or not at all, hand over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from reportkit.actions.announcement import work_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.hand_over import after_recording, hand_over, put_copies
from reportkit.actions.intent import Intent, Obstacle, Paper
from reportkit.actions.issued_documents import RELEASE, Work, letter_name, make
from reportkit.actions.notify_case_file import sight
from reportkit.actions.pdf import pdfs
from reportkit.actions.prepare import obstacle_of
from reportkit.actions.refusal import InTheWay, reason_lines
from reportkit.actions.signed_content import signed
from reportkit.cli.old_act import act_shared_first
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.inspection.particulars import Particulars
from reportkit.moderation.outcome_events import Letter, Letters, Release
from reportkit.publications.announcement import Announcement
from reportkit.publications.phrases import day
from reportkit.publications.press_release import embargo_line
from reportkit.workspace.sharing import bring_in_or_stop
from reportkit.workspace.workspace import Workspace


class Order(Struct, frozen=True):
    """What was asked for: the release with the letters or without (None: nothing said), and where copies go."""

    folder: Path
    release: bool | None = None


class Issued(Struct, frozen=True):
    """A finished set: what its documents were made with, all of them, and what the record says of them."""

    work: Work
    papers: tuple[Paper, ...]
    details: Letters


def issue(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Record the letters and the release, then hand copies over. Raises Refused with everything in the way."""
    made: list[tuple[CaseFile, Issued]] = []

    def intend(case_file: CaseFile) -> Intent:
        issued = _finished(workspace, case_file, order)
        made.append((case_file, issued))
        return Intent(details=issued.details, needs="notify", papers=issued.papers)

    act_shared_first(workspace, slug, manner, intend, sight)
    case_file, issued = made[-1]
    with after_recording(slug):
        hand_over(case_file, issued.details.letters, issued.work.announcement.casework, issued.papers, order.folder)


def prepare_copies(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Put final copies into the folder, and record nothing. Raises Refused with everything in the way."""
    issued = _finished(workspace, _seen(workspace, slug, manner), order)
    for path in put_copies(issued.papers, order.folder):
        click.echo(path)
    until = day(issued.details.date)
    click.echo(
        f"Nothing is recorded yet. These hold only if `reportkit notify {slug}` records them on {until}, unchanged.",
        err=True,
    )


def _seen(workspace: Workspace, slug: str, manner: Manner) -> CaseFile:
    if not manner.dry_run:
        bring_in_or_stop(workspace)
    return sight(workspace, slug, manner)


def show_specimens(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Put specimens into the folder, and say what is in the way of the real ones."""
    case_file = sight(workspace, slug, manner)
    work = work_of(workspace, case_file, specimen=True)
    for path in put_copies(make(work, _names(work.announcement, order)), order.folder):
        click.echo(path)
    for line in reason_lines(tuple(_in_the_way(case_file, order))):
        say(line, err=True)
    click.echo("Nothing was recorded.", err=True)


def _finished(workspace: Workspace, case_file: CaseFile, order: Order) -> Issued:
    """The whole set, made and read back. Raises InTheWay, Refused."""
    _refuse_second(case_file)
    in_the_way = tuple(_in_the_way(case_file, order))
    if in_the_way:
        raise InTheWay(in_the_way)
    work = work_of(workspace, case_file, specimen=False)
    papers = make(work, _names(work.announcement, order))
    copies = pdfs(papers)
    details = _details(workspace, case_file, work, {paper.name for paper in (*papers, *copies)})
    return Issued(work, (*papers, *copies), details)


def _in_the_way(case_file: CaseFile, order: Order) -> Iterator[Obstacle]:
    """Everything that keeps the documents back, each with the command that does something about it."""
    yield from map(obstacle_of, case_file.standing.holding("notify"))
    if case_file.ledger.decision is None:
        yield Obstacle("The score is not decided yet.", f"reportkit moderate decide {case_file.slug}")
    press = case_file.casework.press
    if _with_release(case_file.inspection.particulars, order) and not (press.number and press.contact):
        what = f"The press release needs a number and a contact: `press` in moderation/{case_file.slug}/casework.yaml"
        yield Obstacle(f"{what}.", f"reportkit save {case_file.slug}")


def _with_release(particulars: Particulars, order: Order) -> bool:
    """Whether a release goes with the letters: always where money does, else where it was asked for [117]."""
    return particulars.concerns_funding or bool(order.release)


def _refuse_second(case_file: CaseFile) -> None:
    before, decided = case_file.ledger.letters, case_file.ledger.decision
    if before and decided and before[1].decision == decided[0].digest:
        raise Refused(
            f"The letters were issued already, dated {day(before[1].date)}",
            remedy=f"`reportkit notify copies {case_file.slug}` hands them over again.",
        )


def _names(announcement: Announcement, order: Order) -> tuple[str, ...]:
    """The documents of the set. Raises Refused where the release is left out that must go with the letters [117]."""
    letters = tuple(letter_name(recipient) for recipient in announcement.recipients)
    if announcement.concerns_funding and order.release is False:
        raise Refused("The press release goes out with the letters [117]", remedy="Leave --no-release out.")
    return (*letters, RELEASE) if _with_release(announcement.particulars, order) else letters


def _details(workspace: Workspace, case_file: CaseFile, work: Work, there: set[str]) -> Letters:
    announcement, before, what = work.announcement, case_file.ledger.letters, signed(workspace, case_file)
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


def _letters(work: Work, there: set[str]) -> list[Letter]:
    made = []
    for recipient in work.announcement.recipients:
        to, document = work.announcement.addressee(recipient), work.file_name(letter_name(recipient))
        made.append(
            Letter(body=recipient, to=to.name if to else None, document=document, copies=_copies(document, there))
        )
    return made


def _release(work: Work, there: set[str]) -> Release | None:
    document, press = work.file_name(RELEASE), work.announcement.casework.press
    if document not in there or press.number is None:
        return None
    embargo = embargo_line(press.embargo) if press.embargo else None
    return Release(number=press.number, document=document, copies=_copies(document, there), embargo=embargo)


def _copies(document: str, there: set[str]) -> tuple[str, ...]:
    copy = f"{document.removesuffix('.docx')}.pdf"
    return (copy,) if copy in there else ()
