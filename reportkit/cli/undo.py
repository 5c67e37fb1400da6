"""`reportkit undo`: one's own last act is taken back, while nobody else has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.moderating.options import TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.moderation.events import Reversal

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.scene import Scene


@click.command(epilog="An example: reportkit undo harrowmere-homes --reason 'The wrong inspection.'")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, reason: str | None, manner: Manner) -> None:
    """Undo your last act on an inspection, by one more record: both stay in the history.

    Refused once somebody else has acted knowing of it, and for what was sent out: that is put right by what is
    recorded next.
    """
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.moderating.recording import Intent

    act(session, inspection, manner, lambda scene: Intent(details=_details(scene, reason)))


def _details(scene: Scene, reason: str | None) -> Reversal:
    undone = scene.ledger.undone
    own = [each for each in scene.ledger.taken if each.record.person == scene.person.id]
    left = [each for each in own if each.digest not in undone and not isinstance(each.record.details, Reversal)]
    if not left:
        raise Refused(f"There is no act of yours on {scene.slug} to undo", remedy="`reportkit history` tells what is.")
    return Reversal(of=left[-1].digest, reason=reason)
