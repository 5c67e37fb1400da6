"""The draft made into a copy for each body, drawn from what was signed, with the message that brings it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportkit.cli.commenting.bodies import name_of
from reportkit.cli.commenting.mailing import BodyCopy, copy_for, messages
from reportkit.cli.drafting import written_with
from reportkit.cli.kept import kept_code
from reportkit.cli.moderating.messages import Message
from reportkit.cli.moderating.recording import Intent, Paper, refuse_held
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.signed import Signed, issued_name, signed
from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse
from reportkit.inspection.milestones import Body, Turn
from reportkit.moderation.blocker import comments
from reportkit.moderation.commenting import Copy, DraftSent, TurnAgreed
from reportkit.moderation.sureness import day_of
from reportkit.programme.working_days import add_working_days
from reportkit.publications.comment_copy import comment_edition
from reportkit.publications.comment_mail import Invitation, invitation_message
from reportkit.publications.mail import Correspondent
from reportkit.publications.report import report

_WITH_A_ROUND_TABLE = ("almo", "re-inspection")


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    turn: Turn | None
    agreed_on: dt.date | None
    agreed_with: tuple[str, ...]
    wider: bool | None
    note: str | None
    out: Path | None


def sending(session: Session, scene: Scene, asked: Asked) -> Intent:
    """What is intended: the record of the copies, the copies themselves, and the messages that bring them."""
    due = add_working_days(scene.clock.today, scene.policy.comment_period)
    agreed, wider = _settled(scene, asked)
    refuse_held(scene, "send")
    what = signed(session, scene)
    _refuse_second(scene, what)
    copies = tuple(_copies(scene, what, due))
    last_days, again = dict.fromkeys(scene.case.bodies, due), scene.ledger.sent is not None
    return Intent(
        details=DraftSent(
            content=what.content,
            rests_on=what.rests_on,
            final=what.final,
            copies=tuple(_recorded(each, due) for each in copies),
            period=scene.policy.comment_period,
            agreed=agreed,
            wider=wider,
            note=asked.note,
        ),
        needs="send",
        papers=tuple(each.paper for each in copies),
        messages=tuple(invitations(scene, copies, last_days, session.output(asked.out), again=again)),
    )


def _recorded(copy: BodyCopy, due: dt.date) -> Copy:
    return Copy(body=copy.body, document=copy.paper.name, to=copy.to.name if copy.to else None, due=due)


def _refuse_second(scene: Scene, what: Signed) -> None:
    """Raise Refused where the bodies have this very draft already."""
    if scene.ledger.sent is None:
        return
    entry, before = scene.ledger.sent
    if (before.content.inspection, before.content.templates) == (what.content.inspection, what.content.templates):
        raise Refused(
            f"The draft was sent already, on {day_of(entry.record)}, and has not changed since",
            remedy=f"`{comments('copies', scene.slug)}` hands its copies over again.",
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
        head = ", ".join(filter(None, (scene.marking.lower(), edition.head)))
        document = report(what.inspection, what.setting, what.templates, kept_code(), replace(edition, head=head))
        data = written_with(document, what.house)
        yield copy_for(scene, body, Paper(issued_name(f"{scene.clock.today:%Y%m%d}", f"draft-{body}", data), data))


def invitations(
    scene: Scene, copies: Iterable[BodyCopy], due: Mapping[Body, dt.date], folder: Path, *, again: bool
) -> Iterator[Message]:
    """The messages that bring copies of the draft, each with its body's last day to comment."""
    sender = Correspondent(scene.person.name, scene.person.email)

    def write(copy: BodyCopy, to: Correspondent, salutation: str | None) -> bytes:
        title = scene.inspection.particulars.judged
        invitation = Invitation(
            title=title, due=due[copy.body], copy=copy.attachment, salutation=salutation, again=again
        )
        return invitation_message(to, sender, invitation, scene.clock.now)

    return messages(scene, copies, folder, "draft", write)
