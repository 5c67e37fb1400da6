"""`reportkit moderate meeting`: record a meeting of the moderators."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, LINE, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

_OUTCOME = "`agreed`; FROM:TO:WHY where it was changed; further:WHAT where it is not clear yet."


@click.command(
    "meeting",
    epilog='An example: reportkit moderate meeting harrowmere-homes --present "j-adeyemi,t-byrne,m-shah" '
    '--service agreed --prospects "promising:uncertain:No plan has money behind it."',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--present", type=NAMES, required=True, help="Who was there: ids of policy.yaml, with commas.")
@click.option("--service", type=LINE, required=True, help=f"How good the service is: {_OUTCOME}")
@click.option("--prospects", type=LINE, required=True, help="The prospects for improvement, in the same way.")
@click.option("--date", "on", type=DAY, help="The day on which they met. By default today.")
@click.option("--round", "of_round", type=click.IntRange(1), help="The round it was of; refused if another one is on.")
@click.option("--note", type=TEXT, help="What else should be kept.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Note a meeting of the moderators: who was there, and what came out for each judgement [114].

    Where a judgement is not clear, further information is asked for (`moderate query`), and another round begins; as
    many rounds are kept as it takes. What was changed is then written into inspection.yaml and saved: signing waits
    until it says the same.
    """
    from reportkit.actions.meeting import MEETING, MeetingRequest
    from reportkit.cli.act import act

    act(session, MEETING, MeetingRequest(inspection=inspection, **asked, **manner.who()), manner)
