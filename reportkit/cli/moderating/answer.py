"""`reportkit moderate answer`: what was asked for is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.moderating.options import TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import Answer

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.scene import Scene


@click.command(
    "answer", epilog="An example: reportkit moderate answer harrowmere-homes 4f0c2a --text 'Twelve, of 3,400.'"
)
@click.argument("inspection", type=INSPECTION)
@click.argument("query", required=False)
@click.option("--text", type=TEXT, required=True, help="The answer.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, query: str | None, text: str, manner: Manner) -> None:
    """Answer QUERY, by the beginning of its number; the only open one needs no number [114].

    The files of the inspection that changed since it was asked are noted with the answer.
    """
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.moderating.recording import Intent

    act(session, inspection, manner, lambda scene: Intent(details=_details(session, scene, query, text)))


def _details(session: Session, scene: Scene, query: str | None, text: str) -> Answer:
    from reportkit.cli.moderating.arguments import one_of
    from reportkit.cli.moderating.content import changed_since

    asked = one_of(scene.standing.open_queries, query, "open query")
    return Answer(query=asked.digest, says=text, changed=changed_since(session.root, scene, asked.digest))
