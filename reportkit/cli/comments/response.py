"""`reportkit comments response`: send each body a table of its comments and their answers, in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import BODY, Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.moderation.blocker import comments

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.send_responses import RespondRequest
    from reportkit.inspection.milestones import Body


@click.command("response", epilog="An example: reportkit comments response harrowmere-homes almo")
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY, required=False)
@click.option("--dry-run", is_flag=True, help="Make specimens, marked on every page, and record nothing.")
@click.option("--out", type=click.Path(), metavar="DIR", help="Where copies go. By default out/.")
@acting_with_others
@click.pass_obj
def command(
    session: Session, inspection: str, body: Body | None, out: str | None, manner: Manner, *, dry_run: bool
) -> None:
    """Answer each body that commented, or BODY alone, with what became of its comments: a table in Word.

    Only once every comment of theirs is answered; comments of both stand in both tables. The tables are kept in issued/
    and recorded, in the shared place first where there is one; then copies are put into out/, with a message for each
    body. With --dry-run a table can be had at any time: what is not answered yet is marked in it.
    """
    from reportkit.actions.send_responses import RESPOND, RespondRequest
    from reportkit.cli.act import act

    request = RespondRequest(inspection=inspection, body=body, out=out, **manner.who())
    if dry_run:
        _write_specimens(session, request)
    else:
        act(session, RESPOND, request, manner)


def _write_specimens(session: Session, request: RespondRequest) -> None:
    """Write a specimen for each body, and say how many comments have no answer yet."""
    from reportkit.actions.body_copies import folder_for
    from reportkit.actions.send_responses import specimens
    from reportkit.workspace.deliver import deliver

    made = specimens(session, request)
    for paper in made.papers:
        click.echo(deliver(folder_for(session, request.out) / paper.name, paper.data))
    if made.unanswered:
        say(f"Not answered yet: {made.unanswered}. `{comments('answer', made.inspection)}` does.", err=True)
    click.echo("Nothing was recorded.", err=True)
