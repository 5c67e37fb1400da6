"""`reportkit moderate pack`: what a moderator reads before they sign, in Word, and the message that brings it."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("pack", epilog="An example: reportkit moderate pack harrowmere-homes --eml")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to put it: a .docx, or a folder.")
@click.option("--eml", is_flag=True, help="Write a message to each moderator instead, with the pack attached.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, out: Path | None, manner: Manner, *, eml: bool) -> None:
    """Make the moderation pack of what is saved: what changed, what it rests on, what to ask, what was recorded [114].

    It shows what changed since you last signed or did not agree, or else since the round before. With --eml each
    moderator gets their own, in a message that any mail program opens; nothing is sent, and nothing is recorded.
    """
    from reportkit.actions.make_pack import write_messages, write_pack

    slug, place = session.inspection(inspection), session.output(out)
    (write_messages if eml else write_pack)(session, slug, manner, place)
