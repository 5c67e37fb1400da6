"""Documents that went to the bodies, taken from the record as they left, with a message for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reportkit.cli.commenting.drafts import last_draft
from reportkit.cli.commenting.mailing import BodyCopy, copy_for
from reportkit.cli.commenting.responding import answering
from reportkit.cli.commenting.sending import invitations
from reportkit.cli.delivery import deliver
from reportkit.cli.issuing.handing import put_copies
from reportkit.cli.issuing.kept import issued_papers
from reportkit.cli.moderating.messages import Message
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.stores import saved_files
from reportkit.cli.session import Session
from reportkit.moderation.commenting import AnswersCopy, Copy, DraftSent, ResponseSent
from reportkit.moderation.order import Entry


def hand_over_again(session: Session, slug: str, manner: Manner, folder: Path) -> None:
    """Put the last draft and the last answers into the folder, with messages. Raises Refused where none went."""
    scene = gather(session, slug, manner)
    for copies, letters in _went(session, scene, folder):
        for path in put_copies((each.paper for each in copies), folder):
            click.echo(path)
        for message in letters:
            click.echo(f"Send {message.to} this message: {deliver(message.target, message.data)}")


def _went(session: Session, scene: Scene, folder: Path) -> Iterator[tuple[tuple[BodyCopy, ...], Iterable[Message]]]:
    entry, draft = last_draft(scene)
    copies = _kept(session, scene, entry, draft.copies)
    again = len(tuple(scene.ledger.of(DraftSent))) > 1
    yield copies, invitations(scene, copies, scene.standing.exchange.due, folder, again=again)
    for told, response in tuple(scene.ledger.of(ResponseSent))[-1:]:
        tables = _kept(session, scene, told, response.copies)
        yield tables, answering(scene, tables, folder)


def _kept(session: Session, scene: Scene, entry: Entry, copies: tuple[Copy | AnswersCopy, ...]) -> tuple[BodyCopy, ...]:
    """Each body's copy as it lies in issued/. Raises Damaged where one is not what it was."""
    papers = {paper.name: paper for paper in issued_papers(saved_files(session), entry)}
    return tuple(copy_for(scene, each.body, papers[each.document]) for each in copies)
