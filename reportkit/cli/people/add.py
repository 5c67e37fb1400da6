"""`reportkit people add`: one person more in policy.yaml."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import DAY, LINE, ROLE_NAMES, TEXT, Manner, acting
from reportkit.cli.session import Session
from reportkit.moderation.words import ROLES


@click.command(
    "add",
    epilog='An example: reportkit people add m-shah --name "Mina Shah" --email m.shah@example.org '
    "--roles senior-manager --key m-shah.pub",
)
@click.argument("person")
@click.option("--name", type=LINE, required=True, help="Their name.")
@click.option("--email", type=LINE, required=True, help="Their e-mail address, as `join` printed it.")
@click.option("--roles", type=ROLE_NAMES, required=True, help=f"Their roles, with commas: {', '.join(ROLES)}.")
@click.option("--region", type=LINE, help="The region whose lead inspector they are.")
@click.option("--from", "begins", type=DAY, help="The first day on which they hold their roles.")
@click.option("--key", metavar="FILE.pub", help="Their public SSH key: its file, or the line that `join` printed.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, /, person: str, key: str | None, manner: Manner, **given: object) -> None:
    """Add PERSON, an id such as m-shah: the one that they have in an inspection's team, too."""
    from msgspec import convert

    from reportkit.actions.add_person import ADD_PERSON, AddPersonRequest
    from reportkit.actions.change_keys import read_public_key
    from reportkit.cli.act import act

    public = read_public_key(session, key) if key else None
    asked = {"person": person, "key": public, **given, **manner.who()}
    act(session, ADD_PERSON, convert(asked, AddPersonRequest), manner)
