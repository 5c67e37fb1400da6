"""`reportkit timetable`: every date of an inspection, or of all: done, due, late."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import convert

from reportkit.cli.parameters.act_options import Manner, dated
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit timetable harrowmere-homes --ics harrowmere.ics")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--all", "everything", is_flag=True, help="Every inspection.")
@click.option("--late", is_flag=True, help="Only what is late.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write a calendar for Outlook, Google and others here.")
@click.option("--json", "machine", is_flag=True, help="Write JSON.")
@dated
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Show every date that the guidance sets or implies, and those planned: done, due or late, in working days.

    Plans stand in moderation/<inspection>/casework.yaml; what happened, in inspection.yaml and the record. A model
    date is Table 7's, laid from the day on which the ALMO took over. `moderate progress` tells of a recommendation.
    """
    from reportkit.cli.output.timetable_output import Asked, show  # the Tab key must not wait for the record

    show(session, inspection, manner, convert(asked, Asked, strict=False))
