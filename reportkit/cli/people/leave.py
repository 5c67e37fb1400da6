"""`reportkit people leave`: a person's last day."""

from __future__ import annotations

import datetime as dt

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.session import Session


@click.command("leave", epilog="An example: reportkit people leave m-shah --on 2004-06-30")
@click.argument("person")
@click.option("--on", type=DAY, required=True, help="The last day on which they hold their roles: today or later.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, person: str, on: dt.date, reason: str | None, manner: Manner) -> None:
    """Say until when PERSON holds their roles. They stay in the list, and what they did goes on counting."""
    leave(session, person, on, reason, manner)


def leave(session: Session, person: str, on: dt.date, reason: str | None, manner: Manner) -> None:
    """Record a person's last day."""
    from reportkit.actions.leave import LEAVE, LeaveRequest
    from reportkit.cli.act import act

    act(session, LEAVE, LeaveRequest(person=person, on=on, reason=reason, **manner.who()), manner)
