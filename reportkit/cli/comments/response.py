"""`reportkit comments response`: each body is told what became of its comments, in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.actions.body_names import BODY
from reportkit.cli.parameters.act_options import Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:
    from reportkit.inspection.milestones import Body


@click.command("response", epilog="An example: reportkit comments response harrowmere-homes almo")
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY, required=False)
@click.option("--dry-run", is_flag=True, help="Make specimens, marked on every page, and record nothing.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where copies go. By default out/.")
@acting_with_others
@click.pass_obj
def command(
    session: Session, inspection: str, body: Body | None, out: Path | None, manner: Manner, *, dry_run: bool
) -> None:
    """Tell each body that commented, or BODY alone, what became of its comments: a table in Word.

    Only once every comment of theirs is answered; comments of both stand in both tables. The tables are kept in issued/
    and recorded, in the shared place first where there is one; then copies are put into out/, with a message for each
    body. With --dry-run a table can be had at any time: what is not answered yet is marked in it.
    """
    from msgspec.structs import replace

    from reportkit.actions.send_responses import Order, respond, show_specimens

    folder = session.output(out)
    order = Order(bodies=(body,) if body else None, folder=folder)
    does = show_specimens if dry_run else respond
    does(session, session.inspection(inspection), replace(manner, dry_run=dry_run), order)
