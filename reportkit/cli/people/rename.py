"""`reportkit people rename`: another name of a person."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import LINE, TEXT, Manner, acting
from reportkit.cli.session import Session


@click.command("rename", epilog='An example: reportkit people rename m-shah --name "Mina Okafor"')
@click.argument("person")
@click.option("--name", type=LINE, required=True, help="Their name from now on.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, person: str, name: str, reason: str | None, manner: Manner) -> None:
    """Give PERSON another name. Their id stays, and what is recorded already shows the name that they had then.

    Who has a key in policy.yaml does it themselves, signed with that key.
    """
    from reportkit.actions.rename import RENAME, RenameRequest
    from reportkit.cli.act import act

    act(session, RENAME, RenameRequest(person=person, name=name, reason=reason, **manner.who()), manner)
