"""`reportkit notify sent`: how a letter, or the press release, went off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, get_args

import click

from reportkit.cli.moderating.options import DAY, TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.announcing import Addressee, Way

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.scene import Scene


@click.command("sent", epilog="An example: reportkit notify sent harrowmere-homes --to almo --by post")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--to", type=click.Choice(get_args(Addressee)), required=True, help="Whom it went to.")
@click.option("--by", "way", type=click.Choice(get_args(Way)), required=True, help="How it went.")
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
    """Record how a letter or the press release went off. One that did not go off the day it was issued is late."""
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.moderating.recording import Intent
    from reportkit.moderation.announcing import Dispatch

    def intend(scene: Scene) -> Intent:
        from reportkit.moderation.dispatching import to_be_sent

        of = to_be_sent(scene.ledger, to)
        return Intent(details=Dispatch(of=of, to=to, way=way, on=on or scene.clock.today, note=note))

    act(session, inspection, manner, intend)
