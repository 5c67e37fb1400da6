"""`reportkit notify copies`: copies of what was issued, handed over again."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("copies", epilog="An example: reportkit notify copies harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--out", type=click.Path(), metavar="FOLDER", help="Where copies go; by default, out/.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, out: str | None, manner: Manner) -> None:
    """Put copies of the issued letters and release into a folder again, with a message for each addressee.

    They are the documents that the record holds, byte for byte; nothing is made anew, and nothing is recorded.
    """
    from reportkit.actions.notify_copies import NotifyCopiesRequest, prepare
    from reportkit.cli.output.copies_output import say_prepared_otherwise, write_and_say

    ready = prepare(session, NotifyCopiesRequest(inspection=inspection, out=out, **manner.who()))
    say_prepared_otherwise(ready.prepared_otherwise)
    write_and_say(ready)
