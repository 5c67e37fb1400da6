"""`reportkit people save`: what was changed in policy.yaml by hand is recorded."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.session import Session


@click.command("save", epilog='An example: reportkit people save --reason "Signatures are required from May."')
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, reason: str | None, manner: Manner) -> None:
    """Record what was changed in moderation/policy.yaml by hand."""
    from reportkit.actions.save_policy import SAVE_POLICY, SavePolicyRequest
    from reportkit.cli.act import act

    act(session, SAVE_POLICY, SavePolicyRequest(reason=reason, **manner.who()), manner)
