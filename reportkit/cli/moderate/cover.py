"""`reportkit moderate cover`: somebody stands in for a moderator who is away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click
from msgspec import Struct, convert

from reportkit.cli.parameters.act_options import DAY, LINE, ROLE, TEXT, Manner, acting_for_a_role
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.moderation.events import Cover
from reportkit.moderation.words import ROLES, Role

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here
    from reportkit.actions.intent import Intent


@click.command(
    "cover",
    epilog="An example: reportkit moderate cover harrowmere-homes --role senior-manager --by t-byrne "
    "--from 2004-06-14 --until 2004-06-25 --reason 'On leave.'",
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--role", type=ROLE, required=True, help=f"The role that is covered: {', '.join(ROLES)}.")
@click.option(
    "--of", "holder", type=LINE, metavar="PERSON", help="Whose role it is. By default yours, or its only holder’s."
)
@click.option(
    "--by",
    "stand_in",
    type=LINE,
    metavar="PERSON",
    required=True,
    help="Who stands in: one of `covers` in policy.yaml.",
)
@click.option("--from", "begins", type=DAY, help="The first day. By default today.")
@click.option("--until", type=DAY, required=True, help="The last day.")
@click.option("--reason", type=TEXT, help="Why.")
@acting_for_a_role
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Let somebody stand in for a moderator who is away, from one day until another.

    Recorded by who holds the role, or by the head of programme.
    """
    from reportkit.cli.old_act import act

    given = convert(asked, Asked)
    act(session, inspection, manner, lambda case_file: _intent(case_file, given))


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    role: Role
    holder: str | None
    stand_in: str
    begins: dt.date | None
    until: dt.date
    reason: str | None


def _intent(case_file: CaseFile, asked: Asked) -> Intent:
    from reportkit.actions.intent import Intent

    details = _details(case_file, asked)
    return Intent(details=details, role=_acts_as(case_file, details))


def _details(case_file: CaseFile, asked: Asked) -> Cover:
    from reportkit.actions.actor import person_called

    first = asked.begins or case_file.clock.today
    if asked.until < first:
        what = f"A cover until {asked.until} ends before it begins on {first}"
        raise WrongUse(what, remedy="Put the later day in --until.")
    for name in filter(None, (asked.holder, asked.stand_in)):
        person_called(case_file.policy, name)
    holder = asked.holder or _holder(case_file, asked.role, first)
    if holder == asked.stand_in:
        raise WrongUse("Nobody stands in for themselves", remedy="Name somebody else in --by.")
    return Cover(
        role=asked.role, holder=holder, stand_in=asked.stand_in, from_=first, until=asked.until, reason=asked.reason
    )


def _holder(case_file: CaseFile, role: Role, on: dt.date) -> str:
    """Whose role it is where nobody was named: one's own, or that of the only one who has it."""
    if case_file.person.holds(role, on):
        return case_file.person.id
    holders = [person.id for person in case_file.policy.holders(role, on)]
    if not holders:
        raise WrongUse(f"Nobody is {ROLES[role]} on {on}", remedy="`reportkit people` shows who is who.")
    if len(holders) > 1:
        raise WrongUse(f"More than one is {ROLES[role]} on {on}", remedy=f"Say whose in --of: {', '.join(holders)}.")
    return holders[0]


def _acts_as(case_file: CaseFile, details: Cover) -> Role:
    """The covered role for its holder; else it takes the head of programme."""
    return details.role if details.holder == case_file.person.id else "head-of-programme"
