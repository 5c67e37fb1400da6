"""`reportkit moderate meeting`: the moderators met, and this came out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click
from msgspec import Struct, convert

from reportkit.cli.parameters.act_options import DAY, LINE, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.moderation.events import Meeting
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here

_OUTCOME = "`agreed`; FROM:TO:WHY where it was changed; further:WHAT where it is not clear yet."


@click.command(
    "meeting",
    epilog="An example: reportkit moderate meeting harrowmere-homes --present j-adeyemi,t-byrne,m-shah "
    "--service agreed --prospects 'promising:uncertain:No plan has money behind it.'",
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
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Note a meeting of the moderators: who was there, and what came out for each judgement [114].

    Where a judgement is not clear, further information is asked for (`moderate query`), and another round begins; as
    many rounds are kept as it takes. What was changed is then written into inspection.yaml and saved: signing waits
    until it says the same.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    given = convert(asked, Asked)
    act(session, inspection, manner, lambda case_file: Intent(details=_details(case_file, given)))


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    present: tuple[str, ...]
    service: str
    prospects: str
    on: dt.date | None
    of_round: int | None
    note: str | None


def _details(case_file: CaseFile, asked: Asked) -> Meeting:
    from reportkit.actions.actor import person_called
    from reportkit.actions.arguments import outcome

    _refuse_other_round(case_file.standing.round, asked.of_round)
    return Meeting(
        date=asked.on or case_file.clock.today,
        present=tuple(person_called(case_file.policy, name).id for name in asked.present),
        service=outcome(ServiceOutcome, asked.service, case_file.case.service, "--service"),
        prospects=outcome(ProspectsOutcome, asked.prospects, case_file.case.prospects, "--prospects"),
        note=asked.note,
    )


def _refuse_other_round(current: int, given: int | None) -> None:
    if given is not None and given != current:
        now = f"round {current} is on" if current else "it was not submitted yet"
        raise Refused(f"This is no meeting of round {given}: {now}", remedy="Leave --round out, or look again.")
