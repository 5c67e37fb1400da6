"""`reportkit moderate odpm-discussion`: weak prospects were discussed with the ODPM."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import DAY, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.inspection.judgement import WEAK_PROSPECTS
from reportkit.moderation.outcome_events import OdpmDiscussion

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here


@click.command(
    "odpm-discussion",
    epilog="An example: reportkit moderate odpm-discussion ashby-homes --on 2004-08-04 --with 'Jane Hall' "
    "--note 'The new contract is to be watched.'",
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
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    details = OdpmDiscussion(on=on, with_=people, note=note)
    act(session, inspection, manner, lambda case_file: Intent(details=_fitting(case_file, details)))


def _fitting(case_file: CaseFile, details: OdpmDiscussion) -> OdpmDiscussion:
    """The event, if there is something to discuss."""
    rating = case_file.case.prospects
    if rating not in WEAK_PROSPECTS:
        told = f"are {rating}" if rating else "are not judged yet"
        raise Refused(f"The prospects {told}: there is nothing to discuss with the ODPM [30]", remedy="Leave it.")
    return details
