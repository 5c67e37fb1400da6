"""`reportkit moderate cover`: let another person act for a moderator who is away."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, LINE, ROLE, TEXT, Manner, acting_for_a_role
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.words import ROLES


@click.command(
    "cover",
    epilog="An example: reportkit moderate cover harrowmere-homes --role senior-manager --by t-byrne "
    '--from 2004-06-14 --until 2004-06-25 --reason "On leave."',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--role", "covered", type=ROLE, required=True, help=f"The role that is covered: {', '.join(ROLES)}.")
@click.option(
    "--of", "holder", type=LINE, metavar="PERSON", help="Whose role it is. By default yours, or its only holder’s."
)
@click.option(
    "--by",
    "stand_in",
    type=LINE,
    metavar="PERSON",
    required=True,
    help="Who covers the role: one of `covers` in policy.yaml.",
)
@click.option("--from", "begins", type=DAY, help="The first day. By default today.")
@click.option("--until", type=DAY, required=True, help="The last day.")
@click.option("--reason", type=TEXT, help="Why.")
@acting_for_a_role
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Let another person act for a moderator who is away, from one day until another.

    Recorded by who holds the role, or by the head of programme.
    """
    from reportkit.actions.cover import COVER, CoverRequest
    from reportkit.cli.act import act

    act(session, COVER, CoverRequest(inspection=inspection, **asked, **manner.who()), manner)
