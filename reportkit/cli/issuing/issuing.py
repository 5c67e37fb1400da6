"""Telling the score, step by step: look, make and read back, record with others or not at all, hand over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from reportkit.cli.issuing.drawing_up import work_of
from reportkit.cli.issuing.handing import after_recording, hand_over, put_copies
from reportkit.cli.issuing.making import RELEASE, Work, letter_name, make
from reportkit.cli.issuing.pdf import pdfs
from reportkit.cli.issuing.seeing import sight
from reportkit.cli.moderating.in_the_way import InTheWay
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.recording import Intent, Paper, reason_of
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.shared_first import act_shared_first, see
from reportkit.cli.moderating.signed import signed
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.inspection.particulars import Particulars
from reportkit.moderation.announcing import Letter, Letters, Release
from reportkit.publications.announcement import Announcement
from reportkit.publications.phrases import day
from reportkit.publications.press_release import embargo_line


class Order(Struct, frozen=True):
    """What was asked for: the release with the letters or without (None: nothing said), and where copies go."""

    folder: Path
    release: bool | None = None


class Issued(Struct, frozen=True):
    """A finished set: what its documents were made with, all of them, and what the record says of them."""

    work: Work
    papers: tuple[Paper, ...]
    details: Letters


def issue(session: Session, slug: str, manner: Manner, order: Order) -> None:
    """Record the letters and the release, then hand copies over. Raises Refused with everything in the way."""
    made: list[tuple[Scene, Issued]] = []

    def intend(scene: Scene) -> Intent:
        issued = _finished(session, scene, order)
        made.append((scene, issued))
        return Intent(details=issued.details, needs="notify", papers=issued.papers)

    act_shared_first(session, slug, manner, intend, sight)
    scene, issued = made[-1]
    with after_recording(slug):
        hand_over(scene, issued.details.letters, issued.work.announcement.casework, issued.papers, order.folder)


def prepare_copies(session: Session, slug: str, manner: Manner, order: Order) -> None:
    """Put final copies into the folder, and record nothing. Raises Refused with everything in the way."""
    issued = _finished(session, see(session, slug, manner, sight), order)
    for path in put_copies(issued.papers, order.folder):
        click.echo(path)
    until = day(issued.details.date)
    click.echo(
        f"Nothing is recorded yet. These hold only if `reportkit notify {slug}` records them on {until}, unchanged.",
        err=True,
    )


def show_specimens(session: Session, slug: str, manner: Manner, order: Order) -> None:
    """Put specimens into the folder, and say what is in the way of the real ones."""
    scene = sight(session, slug, manner)
    work = work_of(session, scene, specimen=True)
    for path in put_copies(make(work, _names(work.announcement, order)), order.folder):
        click.echo(path)
    for reason in _in_the_way(scene, order):
        say(reason, err=True)
    click.echo("Nothing was recorded.", err=True)


def _finished(session: Session, scene: Scene, order: Order) -> Issued:
    """The whole set, made and read back. Raises InTheWay, Refused."""
    _refuse_second(scene)
    in_the_way = tuple(_in_the_way(scene, order))
    if in_the_way:
        raise InTheWay(in_the_way)
    work = work_of(session, scene, specimen=False)
    papers = make(work, _names(work.announcement, order))
    copies = pdfs(papers)
    details = _details(session, scene, work, {paper.name for paper in (*papers, *copies)})
    return Issued(work, (*papers, *copies), details)


def _in_the_way(scene: Scene, order: Order) -> Iterator[str]:
    """Everything that keeps the documents back, each with the command that does something about it."""
    yield from map(reason_of, scene.standing.holding("notify"))
    if scene.ledger.decision is None:
        yield f"  The score is not decided yet.\n      reportkit moderate decide {scene.slug}"
    press = scene.casework.press
    if _with_release(scene.inspection.particulars, order) and not (press.number and press.contact):
        what = f"The press release needs a number and a contact: `press` in moderation/{scene.slug}/casework.yaml"
        yield f"  {what}.\n      reportkit save {scene.slug}"


def _with_release(particulars: Particulars, order: Order) -> bool:
    """Whether a release goes with the letters: always where money does, else where it was asked for [117]."""
    return particulars.concerns_funding or bool(order.release)


def _refuse_second(scene: Scene) -> None:
    before, decided = scene.ledger.letters, scene.ledger.decision
    if before and decided and before[1].decision == decided[0].digest:
        raise Refused(
            f"The letters were issued already, dated {day(before[1].date)}",
            remedy=f"`reportkit notify copies {scene.slug}` hands them over again.",
        )


def _names(announcement: Announcement, order: Order) -> tuple[str, ...]:
    """The documents of the set. Raises Refused where the release is left out that must go with the letters [117]."""
    letters = tuple(letter_name(recipient) for recipient in announcement.recipients)
    if announcement.concerns_funding and order.release is False:
        raise Refused("The press release goes out with the letters [117]", remedy="Leave --no-release out.")
    return (*letters, RELEASE) if _with_release(announcement.particulars, order) else letters


def _details(session: Session, scene: Scene, work: Work, there: set[str]) -> Letters:
    announcement, before, what = work.announcement, scene.ledger.letters, signed(session, scene)
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
