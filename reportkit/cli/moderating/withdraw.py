"""`reportkit moderate withdraw`: a sign-off or a query is taken back by who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.moderating.options import TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import Withdrawal

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.scene import Scene


@click.command(
    "withdraw", epilog="An example: reportkit moderate withdraw harrowmere-homes --reason 'I read the survey again.'"
)
@click.argument("inspection", type=INSPECTION)
@click.argument("what", required=False)
@click.option("--reason", type=TEXT, required=True, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, what: str | None, reason: str, manner: Manner) -> None:
    """Take your sign-off or your query back, by the beginning of its number; the only one needs no number."""
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.moderating.recording import Intent

    act(session, inspection, manner, lambda scene: Intent(details=_details(scene, what, reason)))


def _details(scene: Scene, what: str | None, reason: str) -> Withdrawal:
    from reportkit.cli.moderating.arguments import one_of

    standing = scene.standing
    given = (*standing.signed, *(lapse.entry for lapse in standing.lapsed), *standing.open_queries)
    mine = (entry for entry in given if entry.record.person == scene.person.id)
    return Withdrawal(of=one_of(mine, what, "sign-off or query of yours").digest, reason=reason)
