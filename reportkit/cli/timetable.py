"""`reportkit timetable`: every date of an inspection, or of all: done, due, late."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from msgspec import convert

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.parameters.act_options import Manner, dated
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.timetable import Timetables
    from reportkit.timetable.appointment import Appointment

FORMAT = 1


@click.command(epilog="An example: reportkit timetable harrowmere-homes --ics harrowmere.ics")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--all", "everything", is_flag=True, help="Every inspection.")
@click.option("--late", is_flag=True, help="Only what is late.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write a calendar for Outlook, Google and others here.")
@click.option("--json", "machine", is_flag=True, help="Write JSON.")
@dated
@click.pass_obj
def command(
    session: Session, /, manner: Manner, ics: Path | None, *, late: bool, machine: bool, **asked: object
) -> None:
    """Show every date that the guidance sets or implies, and those planned: done, due or late, in working days.

    Plans stand in moderation/<inspection>/casework.yaml; what happened, in inspection.yaml and the record. A model
    date is Table 7's, laid from the day on which the ALMO took over. `moderate progress` records a recommendation.
    """
    from reportkit.actions.timetable import TimetableRequest, timetables, write_calendar  # Tab must not wait for it
    from reportkit.cli.output.timetable_lines import all_lines, summary

    found = timetables(session, convert({**asked, "today": manner.today}, TimetableRequest))
    if ics is not None:
        click.echo(write_calendar(session, found, ics))
    elif machine:
        click.echo(as_json(found, late=late))
    else:
        lines = "\n".join(all_lines(found, late=late))
        if lines:
            say(lines)
        click.echo(summary(found), err=True)


def as_json(found: Timetables, *, late: bool) -> bytes:
    """Return all of them, each appointment with its state and working days on the day; with `late` only those."""
    today = found.today
    told = {
        "format": FORMAT,
        "today": today,
        "timetables": [
            {
                "inspection": table.inspection,
                "title": table.title,
                "appointments": [_values(each, today) for each in (table.late(today) if late else table.appointments)],
            }
            for table in found.tables
        ],
    }
    return json_bytes(told)


def _values(each: Appointment, today: dt.date) -> dict[str, object]:
    return {**msgspec.structs.asdict(each), "state": each.state(today), "working-days": each.working_days(today)}
