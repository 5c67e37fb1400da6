"""The draft made into a copy for each body, drawn from what was signed, with the message that brings it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from reportkit.cli.commenting.bodies import name_of
from reportkit.cli.drafting import written_with
from reportkit.cli.kept import kept_code
from reportkit.cli.moderating.messages import Message
from reportkit.cli.moderating.recording import Intent, Paper, refuse_held
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.signed import Signed, issued_name, signed
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.inspection.casework import Addressee
from reportkit.inspection.milestones import Body, Turn
from reportkit.moderation.commenting import Copy, DraftSent, TurnAgreed
from reportkit.moderation.policy import Person
from reportkit.programme.working_days import add_working_days
from reportkit.publications.comment_copy import comment_edition
from reportkit.publications.comment_mail import Invitation, invitation_message
from reportkit.publications.mail import Attachment, Correspondent
from reportkit.publications.report import report
from reportkit.reading.casework import casework_path

_WITH_A_ROUND_TABLE = ("almo", "re-inspection")


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    turn: Turn | None
    agreed_on: dt.date | None
    agreed_with: tuple[str, ...]
    wider: bool | None
    note: str | None
    out: Path | None


class BodyCopy(Struct, frozen=True, kw_only=True):
    """One body's copy: the body, its addressee where casework names one, the file's name, its bytes."""

    body: Body
    to: Addressee | None
    name: str
    data: bytes


def sending(session: Session, scene: Scene, asked: Asked) -> Intent:
    """What is intended: the record of the copies, the copies themselves, and the messages that bring them."""
    due = add_working_days(scene.clock.today, scene.policy.comment_period)
    agreed, wider = _settled(scene, asked)
    refuse_held(scene, "send")
    what = signed(session, scene)
    copies = tuple(_copies(scene, what, due))
    details = DraftSent(
        content=what.content,
        rests_on=what.rests_on,
        final=what.final,
        copies=tuple(
            Copy(body=each.body, document=each.name, to=each.to.name if each.to else None, due=due) for each in copies
        ),
        period=scene.policy.comment_period,
        agreed=agreed,
        wider=wider,
        note=asked.note,
    )
    return Intent(
        details=details,
        needs="send",
        papers=tuple(Paper(each.name, each.data) for each in copies),
        messages=tuple(_messages(session, scene, copies, due, asked.out)),
    )


def _settled(scene: Scene, asked: Asked) -> tuple[TurnAgreed | None, bool | None]:
    """What was agreed of the round table, and whether a wider presentation is preferred: now, or at the first sending.

    Raises WrongUse where the guidance wants to know the turn and nobody has said it.
    """
    before = scene.ledger.sent[1] if scene.ledger.sent else None
    known = before.agreed if before else None
    if asked.turn is not None:
        known = TurnAgreed(turn=asked.turn, on=asked.agreed_on, with_=asked.agreed_with)
        _refuse_half_agreed(scene, known)
    elif asked.agreed_on or asked.agreed_with:
        raise WrongUse("It is not clear what was agreed", remedy="Say it too: --turn before, or --turn after.")
    if known is None and scene.inspection.particulars.kind in _WITH_A_ROUND_TABLE:
        what = "It is not said whether written comments come before the round table or after it [115]"
        raise WrongUse(what, remedy="Agree it with both bodies, then say it: --turn before, or --turn after.")
    return known, before.wider if asked.wider is None and before else asked.wider


def _refuse_half_agreed(scene: Scene, agreed: TurnAgreed) -> None:
    if scene.inspection.particulars.kind in _WITH_A_ROUND_TABLE and len(set(agreed.with_)) < len(scene.case.bodies):
        what = "The turn of comments and round table is agreed with both bodies [115]"
        raise WrongUse(what, remedy="Name somebody of each: --agreed-with 'Jane Hart,Mo Khan'.")


def _copies(scene: Scene, what: Signed, due: dt.date) -> Iterator[BodyCopy]:
    for body in scene.case.bodies:
        edition = comment_edition(name_of(body, what.inspection), due)
        document = report(what.inspection, what.setting, what.templates, kept_code(), edition)
        data = written_with(document, what.house)
        name = issued_name(f"{scene.clock.today:%Y%m%d}", f"draft-{body}", data)
        yield BodyCopy(body=body, to=getattr(scene.casework.addressees, body), name=name, data=data)


def _messages(
    session: Session, scene: Scene, copies: tuple[BodyCopy, ...], due: dt.date, out: Path | None
) -> Iterator[Message]:
    """A message for each body whose address is known; for the others it is said where to write it down."""
    folder = session.start / out if out else session.root / "out"
    for each in copies:
        if each.to is None or not each.to.email:
            who, where = name_of(each.body, scene.inspection), casework_path(scene.slug)
            click.echo(f"No message is made for {who}: {where} names no e-mail address of theirs.", err=True)
            continue
        target = folder / f"{scene.slug}-draft-{each.body}.eml"
        yield Message(each.to.name, target, _message(scene, scene.person, each, each.to, due))


def _message(scene: Scene, sender: Person, copy: BodyCopy, to: Addressee, due: dt.date) -> bytes:
    invitation = Invitation(
        title=name_of("almo", scene.inspection),
        due=due,
        copy=Attachment(copy.name, copy.data),
        salutation=to.salutation,
        again=scene.ledger.sent is not None,
    )
    addressee = Correspondent(to.name, to.email or "")
    return invitation_message(addressee, Correspondent(sender.name, sender.email), invitation, scene.clock.now)
