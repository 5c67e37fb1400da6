"""`reportkit comments round-table`: the draft was discussed, or presented to a wider audience."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    "round-table",
    epilog="An example: reportkit comments round-table harrowmere-homes --date 2004-06-21 "
    '--present "Ann Lee,Jane Hart,Mo Khan"',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--date", "--on", "on", type=DAY, help="The day on which it was. By default today.")
@click.option("--present", type=NAMES, required=True, help="Who was there: names, or ids of policy.yaml, with commas.")
@click.option("--wider", is_flag=True, help="It was a presentation to a wider audience.")
@click.option("--note", type=TEXT, help="What else should be kept.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Note the round-table discussion of the draft [115]; with --wider, a presentation to a wider audience [116].

    It takes place before the written comments or after them, as was agreed with both bodies. What was said there and
    is to be answered is entered with `comments add`.
    """
    from reportkit.actions.round_table import ROUND_TABLE, RoundTableRequest
    from reportkit.cli.act import act

    act(session, ROUND_TABLE, RoundTableRequest(inspection=inspection, **asked, **manner.who()), manner)
