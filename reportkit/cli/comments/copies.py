"""`reportkit comments copies`: what went to the bodies, handed over again."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("copies", epilog="An example: reportkit comments copies harrowmere-homes")
@click.argument("inspection", type=INSPECTION)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where they go. By default out/.")
@looking
@click.pass_obj
def command(session: Session, inspection: str, out: Path | None, manner: Manner) -> None:
    """Hand over again what went to the bodies last: the draft for comment, and what became of their comments.

    They are the documents that the record holds, byte for byte, with a message for each body whose address is in
    casework.yaml now. Nothing is made anew, and nothing is recorded.
    """
    from reportkit.actions.resend import hand_over_again

    folder = session.output(out)
    hand_over_again(session, session.inspection(inspection), manner, folder)
