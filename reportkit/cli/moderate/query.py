"""`reportkit moderate query`: moderators ask for further information."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click
from msgspec import Struct, convert

from reportkit.cli.parameters.act_options import DAY, LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import Query

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here


@click.command(
    "query",
    epilog="An example: reportkit moderate query harrowmere-homes --about repairs-backlog --of a-okafor "
    "--by 2004-06-21 --text 'How many repairs are older than a year?'",
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option(
    "--about",
    type=LINE,
    shell_complete=FINDING.shell_complete,
    help="A finding’s id, `service` or `prospects`. Without it: in general.",
)
@click.option("--of", "whom", type=LINE, required=True, help="Of whom: an id of policy.yaml or the team, or a name.")
@click.option("--by", "due", type=DAY, required=True, help="The day by which the answer is due.")
@click.option("--text", type=TEXT, required=True, help="What is asked.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Ask for further information: on a finding, on a judgement, or in general [114].

    Nobody signs before every query is answered, or taken back by who asked it.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    given = convert(asked, Asked)
    act(session, inspection, manner, lambda case_file: Intent(details=_details(case_file, given)))


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    about: str | None
    whom: str
    due: dt.date
    text: str


def _details(case_file: CaseFile, asked: Asked) -> Query:
    from reportkit.actions.actor import somebody
    from reportkit.actions.arguments import finding_named, judgement_named

    judgement = judgement_named(asked.about)
    finding = finding_named(case_file.inspection, asked.about) if asked.about and judgement is None else None
    whom = somebody(case_file.policy, case_file.inspection.particulars.team, asked.whom)
    return Query(asks=asked.text, of=whom, by=asked.due, finding=finding, judgement=judgement)
