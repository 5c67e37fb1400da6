"""`reportkit people keys`: the public keys by which a person's signature is known."""

from __future__ import annotations

import datetime as dt

import click

from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.session import Session
from reportkit.errors import WrongUse


@click.command("keys", epilog="An example: reportkit people keys m-shah --add m-shah.pub")
@click.argument("person")
@click.option(
    "--add", "added", metavar="FILE.pub", help="Add this public key: its file, or the line that `join` printed."
)
@click.option("--until", type=DAY, help="The last day on which the added key counts: today or later.")
@click.option(
    "--remove",
    "removed",
    metavar="FINGERPRINT",
    help="Take this key out: lost, or not theirs. What it signed until now counts.",
)
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    session: Session,
    person: str,
    *,
    added: str | None,
    until: dt.date | None,
    removed: str | None,
    reason: str | None,
    manner: Manner,
) -> None:
    """List the keys of PERSON with their fingerprints, add one, or take one out by its fingerprint."""
    from reportkit.actions.change_keys import ADD_KEY, REMOVE_KEY, AddKeyRequest, RemoveKeyRequest, read_public_key
    from reportkit.cli.act import act

    if added and removed:
        raise WrongUse("--add and --remove are two changes", remedy="Do one after the other.")
    if added:
        key = read_public_key(session, added)
        adding = AddKeyRequest(person=person, key=key, until=until, reason=reason, **manner.who())
        act(session, ADD_KEY, adding, manner)
    elif removed:
        removing = RemoveKeyRequest(person=person, fingerprint=removed, reason=reason, **manner.who())
        act(session, REMOVE_KEY, removing, manner)
    else:
        _list(session, person)


def _list(session: Session, person: str) -> None:
    from reportkit.actions.change_keys import list_keys

    for key in list_keys(session, person):
        click.echo(f"{key.fingerprint}  {key.public.split()[0]}{f'  until {key.until}' if key.until else ''}")
