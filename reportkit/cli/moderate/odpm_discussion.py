"""`reportkit moderate odpm-discussion`: record that weak prospects were discussed with the ODPM."""

from __future__ import annotations

import datetime as dt

import click

from reportkit.cli.parameters.act_options import DAY, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    "odpm-discussion",
    epilog='An example: reportkit moderate odpm-discussion ashby-homes --on 2004-08-04 --with "Jane Hall" '
    '--note "The new contract is to be watched."',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--on", type=DAY, required=True, help="The day of the discussion.")
@click.option("--with", "people", type=NAMES, default=(), help="With whom, by name, with commas.")
@click.option("--note", type=TEXT, required=True, help="What came out.")
@acting
@click.pass_obj
def command(
    session: Session, /, inspection: str | None, on: dt.date, people: tuple[str, ...], note: str, manner: Manner
) -> None:
    """Note that what poor or uncertain prospects mean was discussed with the ODPM [30].

    `reportkit timetable` shows by when. No letter waits for it, and it decides on no money.
    """
    from reportkit.actions.odpm_discussion import ODPM_DISCUSSION, OdpmDiscussionRequest
    from reportkit.cli.act import act

    request = OdpmDiscussionRequest(inspection=inspection, on=on, people=people, note=note, **manner.who())
    act(session, ODPM_DISCUSSION, request, manner)
