"""`reportkit notify sent`: record how a letter, or the press release, was sent."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.outcome_events import Addressee, Way


@click.command("sent", epilog="An example: reportkit notify sent harrowmere-homes --to almo --by post")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--to", type=click.Choice(get_args(Addressee)), required=True, help="To which addressee it went.")
@click.option("--by", "way", type=click.Choice(get_args(Way)), required=True, help="How it was sent.")
@click.option("--on", type=DAY, help="On which day, as 2004-09-16; today where it is left out.")
@click.option("--note", type=TEXT, help="What else should be known.")
@acting
@click.pass_obj
def command(  # noqa: PLR0913  each is an option
    session: Session,
    inspection: str | None,
    *,
    to: Addressee,
    way: Way,
    on: dt.date | None,
    note: str | None,
    manner: Manner,
) -> None:
    """Record how a letter or the press release was sent. One not sent on the day it was issued is late."""
    from reportkit.actions.notify_sent import NOTIFY_SENT, NotifySentRequest
    from reportkit.cli.act import act

    request = NotifySentRequest(inspection=inspection, to=to, way=way, on=on, note=note, **manner.who())
    act(session, NOTIFY_SENT, request, manner)
