"""`reportkit moderate withdraw`: take back your own sign-off or query."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    "withdraw", epilog='An example: reportkit moderate withdraw harrowmere-homes --reason "I read the survey again."'
)
@click.argument("inspection", type=INSPECTION)
@click.argument("what", required=False)
@click.option("--reason", type=TEXT, required=True, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, what: str | None, reason: str, manner: Manner) -> None:
    """Take your sign-off or your query back, by the beginning of its number; the only one needs no number."""
    from reportkit.actions.withdraw import WITHDRAW, WithdrawRequest
    from reportkit.cli.act import act

    act(session, WITHDRAW, WithdrawRequest(inspection=inspection, of=what, reason=reason, **manner.who()), manner)
