"""`reportkit people retire`: what `people leave` was called before."""

from __future__ import annotations

import datetime as dt

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.people.leave import leave
from reportkit.cli.session import Session


@click.command("retire", epilog="An example: reportkit people retire m-shah --until 2004-06-30")
@click.argument("person")
@click.option("--until", type=DAY, required=True, help="The last day on which they hold their roles: today or later.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, person: str, until: dt.date, reason: str | None, manner: Manner) -> None:
    """Do the same as `people leave PERSON --on DAY`, which is its newer name."""
    leave(session, person, until, reason, manner)
