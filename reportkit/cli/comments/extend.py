"""`reportkit comments extend`: a body has more time to comment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import BODY, DAY, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:
    from reportkit.inspection.milestones import Body


@click.command(
    "extend",
    epilog="An example: reportkit comments extend harrowmere-homes almo --to 2004-07-09 "
    '--reason "The board meets late."',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY)
@click.option("--to", "until", type=DAY, required=True, help="The last day on which comments are waited for.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, body: Body, until: dt.date, reason: str | None, manner: Manner) -> None:
    """Give a body until another day to comment: the authority or the ALMO.

    How long comments are waited for is policy; the guidance names no time.
    """
    from reportkit.actions.extend import EXTEND, ExtendRequest
    from reportkit.cli.act import act

    request = ExtendRequest(inspection=inspection, body=body, until=until, reason=reason, **manner.who())
    act(session, EXTEND, request, manner)
