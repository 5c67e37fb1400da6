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
    "--end",
    "--remove",
    "ended",
    metavar="KEY",
    help="End this key, named by its fingerprint: at once, as where it is lost. What it signed until now counts.",
)
@click.option("--on", type=DAY, help="With --end: the last day on which the key counts, today or later.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(  # noqa: PLR0913  one parameter an option
    session: Session,
    person: str,
    *,
    added: str | None,
    until: dt.date | None,
    ended: str | None,
    on: dt.date | None,
    reason: str | None,
    manner: Manner,
) -> None:
    """List the keys of PERSON with their fingerprints, add one, or end one by its fingerprint."""
    from reportkit.actions.change_keys import ADD_KEY, END_KEY, AddKeyRequest, EndKeyRequest, read_public_key
    from reportkit.cli.act import act

    _refuse_unfitting(added, until, ended, on)
    if added:
        key = read_public_key(session, added)
        adding = AddKeyRequest(person=person, key=key, until=until, reason=reason, **manner.who())
        act(session, ADD_KEY, adding, manner)
    elif ended:
        ending = EndKeyRequest(person=person, fingerprint=ended, on=on, reason=reason, **manner.who())
        act(session, END_KEY, ending, manner)
    else:
        _list(session, person)


def _refuse_unfitting(added: str | None, until: dt.date | None, ended: str | None, on: dt.date | None) -> None:
    """Raise WrongUse for two changes at once, or for a day without its change."""
    if added and ended:
        raise WrongUse("--add and --end are two changes", remedy="Do one after the other.")
    if until and not added:
        raise WrongUse("--until is the last day of a key that --add adds", remedy="Give --end KEY --on DAY instead.")
    if on and not ended:
        raise WrongUse("--on is the last day of a key that --end ends", remedy="Name the key: --end KEY.")


def _list(session: Session, person: str) -> None:
    from reportkit.actions.change_keys import list_keys

    keys = list_keys(session, person)
    if not keys:
        click.echo(f"{person} has no key yet: `reportkit people keys {person} --add FILE.pub` adds one.", err=True)
    for key in keys:
        click.echo(f"{key.fingerprint}  {key.public.split()[0]}{f'  until {key.until}' if key.until else ''}")
