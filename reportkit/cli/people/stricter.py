"""`reportkit people stricter`: records are judged strictly from now on."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.session import Session


@click.command("stricter", epilog="An example: reportkit people stricter --dry-run")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, reason: str | None, manner: Manner) -> None:
    """Judge strictly what is recorded from now on, after a list of what that changes.

    A change of policy.yaml by hand is then in force only once it is recorded, and a person with a listed key signs
    what they record. New repositories have this from the beginning. It cannot be taken back.
    """
    from reportkit.actions.judge_stricter import STRICTER, StricterRequest
    from reportkit.cli.act import act

    act(session, STRICTER, StricterRequest(reason=reason, **manner.who()), manner)
