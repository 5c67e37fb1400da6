"""`reportkit moderate override`: set a rule aside for one inspection."""

from __future__ import annotations

import click

from reportkit.actions.explain import row_named
from reportkit.cli.parameters.act_options import LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.parameters.rule_names import RULE
from reportkit.cli.session import Session


@click.command(
    "override",
    epilog="An example: reportkit moderate override harrowmere-homes E05 --about gas-safety "
    '--reason "The auditor checked it in May."',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("rule", type=RULE)
@click.option("--about", type=LINE, help="Only where the rule is about this: a finding, a question, a topic.")
@click.option("--reason", type=TEXT, required=True, help="Why it may be set aside.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, rule: str, about: str | None, reason: str, manner: Manner) -> None:
    """Set RULE aside for an inspection, saying why. `reportkit explain RULE` says what it protects."""
    from reportkit.actions.override import OVERRIDE, OverrideRequest
    from reportkit.cli.act import act

    known = row_named(rule).id
    request = OverrideRequest(inspection=inspection, rule=known, about=about, reason=reason, **manner.who())
    act(session, OVERRIDE, request, manner)
