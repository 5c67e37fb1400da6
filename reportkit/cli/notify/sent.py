"""`reportkit notify sent`: how a letter, or the press release, went off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, get_args

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.outcome_events import Addressee, Way

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.case_file import CaseFile


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
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act
    from reportkit.moderation.outcome_events import Dispatch

    def intend(case_file: CaseFile) -> Intent:
        from reportkit.moderation.dispatches import to_be_sent

        of = to_be_sent(case_file.ledger, to)
        return Intent(details=Dispatch(of=of, to=to, way=way, on=on or case_file.clock.today, note=note))

    act(session, inspection, manner, intend)
