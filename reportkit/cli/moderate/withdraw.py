"""`reportkit moderate withdraw`: a sign-off or a query is taken back by who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import Withdrawal

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.case_file import CaseFile


@click.command(
    "withdraw", epilog="An example: reportkit moderate withdraw harrowmere-homes --reason 'I read the survey again.'"
)
@click.argument("inspection", type=INSPECTION)
@click.argument("what", required=False)
@click.option("--reason", type=TEXT, required=True, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, what: str | None, reason: str, manner: Manner) -> None:
    """Take your sign-off or your query back, by the beginning of its number; the only one needs no number."""
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    act(session, inspection, manner, lambda case_file: Intent(details=_details(case_file, what, reason)))


def _details(case_file: CaseFile, what: str | None, reason: str) -> Withdrawal:
    from reportkit.actions.arguments import one_of

    standing = case_file.standing
    given = (*standing.signed, *(lapse.entry for lapse in standing.lapsed), *standing.open_queries)
    mine = (entry for entry in given if entry.record.person == case_file.person.id)
    return Withdrawal(of=one_of(mine, what, "sign-off or query of yours").digest, reason=reason)
