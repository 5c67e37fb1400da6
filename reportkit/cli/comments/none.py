"""`reportkit comments none`: a body has nothing to say."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import BODY, DAY, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:
    from reportkit.inspection.milestones import Body


@click.command("none", epilog="An example: reportkit comments none harrowmere-homes almo --file reply.eml")
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY)
@click.option("--received", type=DAY, help="The day on which they said so. By default today.")
@click.option("--file", "kept", type=click.Path(), help="The e-mail or letter that says so, to be kept.")
@acting
@click.pass_obj
def command(
    session: Session, inspection: str, body: Body, received: dt.date | None, kept: str | None, manner: Manner
) -> None:
    """Note that a body has no comments: the authority or the ALMO."""
    from reportkit.actions.add_comment import ADD_COMMENT, AddCommentRequest
    from reportkit.cli.act import act

    request = AddCommentRequest(inspection=inspection, bodies=(body,), received=received, kept=kept, **manner.who())
    act(session, ADD_COMMENT, request, manner)
