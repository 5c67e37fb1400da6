"""`reportkit comments response`: each body's comments with our answers, in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli.commenting.bodies import BODY
from reportkit.cli.moderating.options import Manner, looking
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:
    from reportkit.inspection.milestones import Body


@click.command("response", epilog="An example: reportkit comments response harrowmere-homes almo")
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY, required=False)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where they go. By default out/.")
@looking
@click.pass_obj
def command(session: Session, inspection: str, body: Body | None, out: Path | None, manner: Manner) -> None:
    """Make a table of each body's comments and our answers, in Word; or for BODY alone.

    Comments of both stand in both tables. What is not answered yet is marked. Nothing is sent, and nothing is recorded.
    """
    from reportkit.cli.commenting.responding import write_responses

    folder = session.start / out if out else session.root / "out"
    write_responses(session, session.inspection(inspection), body, folder, manner)
