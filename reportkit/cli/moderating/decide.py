"""`reportkit moderate decide`: the final score, once the bodies' comments are considered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.moderating.options import LINE, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import Decision
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome

_OUTCOME = "`agreed`, or FROM:TO:WHY where the comments changed it."

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.scene import Scene


@click.command(
    "decide", epilog="An example: reportkit moderate decide harrowmere-homes --service agreed --prospects agreed"
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--service", type=LINE, required=True, help=f"How good the service is: {_OUTCOME}")
@click.option("--prospects", type=LINE, required=True, help="The prospects for improvement, in the same way.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, service: str, prospects: str, manner: Manner) -> None:
    """Record the final score: both judgements, as the moderators agreed them or changed, and why [117].

    Refused until every comment is answered, and each body has commented, said that it has none, or let its time run
    out. inspection.yaml must say both ratings by then. Where the inspection changed since the moderators signed, they
    sign the final report after it.
    """
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.moderating.recording import Intent

    act(session, inspection, manner, lambda scene: Intent(details=_details(scene, service, prospects), needs="decide"))


def _details(scene: Scene, service: str, prospects: str) -> Decision:
    from reportkit.cli.moderating.arguments import decided

    return Decision(
        service=decided(ServiceOutcome, service, scene.case.service, "--service"),
        prospects=decided(ProspectsOutcome, prospects, scene.case.prospects, "--prospects"),
        rests_on=tuple(sorted(entry.digest for entry in scene.standing.footing)),
    )
