"""`reportkit comments round-table`: the draft was discussed, or presented to a wider audience."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click
from msgspec import Struct, convert

from reportkit.cli.parameters.act_options import DAY, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.comment_events import RoundTable

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here


@click.command(
    "round-table",
    epilog="An example: reportkit comments round-table harrowmere-homes --date 2004-06-21 "
    "--present 'Ann Lee,Jane Hart,Mo Khan'",
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--date", "--on", "on", type=DAY, help="The day on which it was. By default today.")
@click.option("--present", type=NAMES, required=True, help="Who was there: names, or ids of policy.yaml, with commas.")
@click.option("--wider", is_flag=True, help="It was a presentation to a wider audience.")
@click.option("--note", type=TEXT, help="What else should be kept.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Note the round-table discussion of the draft [115]; with --wider, a presentation to a wider audience [116].

    It takes place before the written comments or after them, as was agreed with both bodies. What was said there and
    is to be answered is entered with `comments add`.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    given = convert(asked, Asked)
    act(session, inspection, manner, lambda case_file: Intent(details=_details(case_file, given)))


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    on: dt.date | None
    present: tuple[str, ...]
    wider: bool
    note: str | None


def _details(case_file: CaseFile, asked: Asked) -> RoundTable:
    names = tuple(dict.fromkeys(case_file.policy.name_of(name) for name in asked.present))
    return RoundTable(on=asked.on or case_file.clock.today, present=names, wider=asked.wider, note=asked.note)
