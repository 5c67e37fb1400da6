"""`reportkit moderate override`: a rule is set aside for one inspection, with a reason."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.parameters.rule_names import RULE, row_named
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.guidance.rule_rows.row import FACT


@click.command(
    "override",
    epilog="An example: reportkit moderate override harrowmere-homes E05 --about gas-safety "
    "--reason 'The auditor checked it in May.'",
)
@click.argument("inspection", type=INSPECTION)
@click.argument("rule", type=RULE)
@click.option("--about", type=LINE, help="Only where the rule is about this: a finding, a question, a topic.")
@click.option("--reason", type=TEXT, required=True, help="Why it may be set aside.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, rule: str, about: str | None, reason: str, manner: Manner) -> None:
    """Set RULE aside for an inspection, saying why. `reportkit explain RULE` says what it protects."""
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act
    from reportkit.moderation.events import Override

    details = Override(rule=_known(rule), about=about, reason=reason)
    act(session, inspection, manner, lambda _: Intent(details=details))


def _known(rule: str) -> str:
    """The rule's id, if it is one that may be set aside. Raises WrongUse or Refused."""
    row = row_named(rule)
    if not row.override and ("error" in row.levels or row.levels == FACT):
        raise Refused(f"{row.id} cannot be set aside", remedy=f"`reportkit explain {row.id}` says what to do.")
    return row.id
