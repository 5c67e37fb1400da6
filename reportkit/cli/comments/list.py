"""`reportkit comments list`: what the bodies said, and what became of it."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("list", epilog="An example: reportkit comments list harrowmere-homes --open")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--open", "only_open", is_flag=True, help="Only those that wait for an answer.")
@click.option("--json", "machine", is_flag=True, help="For other programs.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, manner: Manner, *, only_open: bool, machine: bool) -> None:
    """List who was heard and by when, and every comment: open or answered, and late ones."""
    from reportkit.actions.comments_overview import CommentsRequest, comments_overview
    from reportkit.cli.output.comments_output import print_comments, print_comments_json

    request = CommentsRequest(inspection=inspection, only_open=only_open, **manner.who())
    (print_comments_json if machine else print_comments)(comments_overview(session, request))
