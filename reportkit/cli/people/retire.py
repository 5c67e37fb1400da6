"""`reportkit people retire`: a person's last day."""

from __future__ import annotations

import datetime as dt

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.session import Session


@click.command("retire", epilog="An example: reportkit people retire m-shah --until 2004-06-30")
@click.argument("person")
@click.option("--until", type=DAY, required=True, help="The last day on which they hold their roles: today or later.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, person: str, until: dt.date, reason: str | None, manner: Manner) -> None:
    """Say until when PERSON holds their roles. They stay in the list, and what they did goes on counting."""
    from reportkit.actions.retire_person import RETIRE_PERSON, RetirePersonRequest
    from reportkit.cli.act import act

    request = RetirePersonRequest(person=person, until=until, reason=reason, **manner.who())
    act(session, RETIRE_PERSON, request, manner)
