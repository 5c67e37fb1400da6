"""`reportkit moderate progress`: record how far the work on a recommendation has come."""

from __future__ import annotations

import datetime as dt
from typing import cast

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION, RECOMMENDATION
from reportkit.cli.parameters.exclusive_options import only_one
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.moderation.outcome_events import Done


@click.command(
    "progress",
    epilog='An example: reportkit moderate progress harrowmere-homes empty-homes --done --note "Since May."',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("recommendation", type=RECOMMENDATION)
@click.option("--done", is_flag=True, help="It is carried out.")
@click.option("--under-way", is_flag=True, help="Work on it has begun.")
@click.option("--not-started", is_flag=True, help="Nothing has been done.")
@click.option("--dropped", is_flag=True, help="It is no longer to be done.")
@click.option("--on", type=DAY, help="The day of which this is true. By default today.")
@click.option("--note", type=TEXT, help="How this is known.")
@acting
@click.pass_obj
def command(
    session: Session,
    /,
    inspection: str,
    recommendation: str,
    on: dt.date | None,
    note: str | None,
    manner: Manner,
    **how_far: bool,
) -> None:
    """Record how far the work on RECOMMENDATION is; `reportkit timetable` shows it.

    The last word counts. The recommendation itself, which is signed, stays as it is.
    """
    from reportkit.actions.progress import PROGRESS, ProgressRequest
    from reportkit.cli.act import act

    state = only_one(how_far)
    if state is None:
        raise WrongUse("How far it has come is not said", remedy="Say --done, --under-way, --not-started or --dropped.")
    done = cast("Done", state)
    request = ProgressRequest(
        inspection=inspection, recommendation=recommendation, state=done, on=on, note=note, **manner.who()
    )
    act(session, PROGRESS, request, manner)
