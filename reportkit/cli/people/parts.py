"""The changes that `reportkit people` makes: add, retire, keys, save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from msgspec import Struct, convert

from reportkit.cli.parameters.act_options import DAY, LINE, ROLE_NAMES, TEXT, Manner, acting
from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.words import ROLES, Role

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.moderation.policy import Person

_KINDS = ("ssh-", "ecdsa-", "sk-")
"""How a public key's own line begins."""

_LARGEST = 20_000  # bytes; a .pub file holds one line

_REASON = click.option("--reason", type=TEXT, help="Why.")


class NewPerson(Struct, frozen=True, kw_only=True):
    """The options of `people add`, as they were given."""

    name: str
    email: str
    roles: tuple[Role, ...]
    region: str | None
    begins: dt.date | None
    key: str | None


@click.command(
    "add",
    epilog="An example: reportkit people add m-shah --name 'Mina Shah' --email m.shah@example.org "
    "--roles senior-manager --key m-shah.pub",
)
@click.argument("person")
@click.option("--name", type=LINE, required=True, help="Their name.")
@click.option("--email", type=LINE, required=True, help="Their e-mail address, as `join` printed it.")
@click.option("--roles", type=ROLE_NAMES, required=True, help=f"Their roles, with commas: {', '.join(ROLES)}.")
@click.option("--region", type=LINE, help="The region whose lead inspector they are.")
@click.option("--from", "begins", type=DAY, help="The first day on which they hold their roles.")
@click.option("--key", metavar="FILE.pub", help="Their public SSH key: its file, or the line that `join` printed.")
@_REASON
@acting
@click.pass_obj
def add(session: Session, /, person: str, reason: str | None, manner: Manner, **asked: object) -> None:
    """Add PERSON, an id such as m-shah: the one that they have in an inspection's team, too."""
    from reportkit.files.policy_edit import with_person
    from reportkit.moderation.policy import Key, Person

    given = convert(asked, NewPerson)
    keys = (Key(key=_key_of(session, given.key)),) if given.key else ()
    new = Person(
        id=person,
        name=given.name,
        email=given.email,
        roles=given.roles,
        region=given.region,
        keys=keys,
        from_=given.begins,
    )

    def one_more(data: bytes) -> bytes:
        _refuse_taken(data, person)
        return with_person(data, new)

    _change(session, manner, one_more, reason, f"people: add {given.name} ({person})")


@click.command("retire", epilog="An example: reportkit people retire m-shah --until 2004-06-30")
@click.argument("person")
@click.option("--until", type=DAY, required=True, help="The last day on which they hold their roles: today or later.")
@_REASON
@acting
@click.pass_obj
def retire(session: Session, person: str, until: dt.date, reason: str | None, manner: Manner) -> None:
    """Say until when PERSON holds their roles. They stay in the list, and what they did goes on counting."""
    from reportkit.files.policy_edit import with_until

    edit = _of(person, lambda data, _: with_until(data, person, until))
    _change(session, manner, edit, reason, f"people: {person} until {until}")


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
@_REASON
@acting
@click.pass_obj
def keys(session: Session, /, person: str, reason: str | None, manner: Manner, **asked: object) -> None:
    """List the keys of PERSON with their fingerprints, add one, or take one out by its fingerprint."""
    from reportkit.files.policy_edit import with_key, without_key
    from reportkit.moderation.policy import Key

    given = convert(asked, KeysAsked)
    if given.added and given.removed:
        raise WrongUse("--add and --remove are two changes", remedy="Do one after the other.")
    if given.added:
        key = Key(key=_key_of(session, given.added), until=given.until)
        edit = _of(person, lambda data, _: with_key(data, person, key))
        _change(session, manner, edit, reason, f"people: a key of {person}")
    elif removed := given.removed:
        edit = _of(person, lambda data, known: without_key(data, person, _public(known, removed)))
        _change(session, manner, edit, reason, f"people: {person} without a key")
    else:
        _show_keys(session, person)


class KeysAsked(Struct, frozen=True, kw_only=True):
    """The options of `people keys`, as they were given."""

    added: str | None
    until: dt.date | None
    removed: str | None


@click.command("save", epilog="An example: reportkit people save --reason 'Signatures are required from May.'")
@_REASON
@acting
@click.pass_obj
def save(session: Session, reason: str | None, manner: Manner) -> None:
    """Record what was changed in moderation/policy.yaml by hand."""
    from reportkit.actions.change_policy import change_policy, lying_there

    what = "people: policy.yaml as it was changed by hand"
    change_policy(session, manner, lambda _: lying_there(session), reason, what)  # once what others did has come in


def _change(session: Session, manner: Manner, edit: Callable[[bytes], bytes], reason: str | None, what: str) -> None:
    """Change what is saved, where nothing else lies in the folder."""
    from reportkit.actions.change_policy import change_policy, refuse_unsaved

    def on_what_is_saved(data: bytes) -> bytes:
        refuse_unsaved(session, data)
        return edit(data)

    change_policy(session, manner, on_what_is_saved, reason, what)


def _of(name: str, edit: Callable[[bytes, Person], bytes]) -> Callable[[bytes], bytes]:
    """An edit that concerns one person, who is looked for in what is saved then. Raises WrongUse for nobody's name."""
    from reportkit.actions.actor import person_called
    from reportkit.reading.policy import policy_from

    return lambda data: edit(data, person_called(policy_from(data), name))


def _refuse_taken(data: bytes, name: str) -> None:
    from reportkit.reading.policy import policy_from

    there = policy_from(data).person(name)
    if there is not None:
        remedy = f"Choose another id; `reportkit people keys {name}` and `retire {name}` change what is there."
        raise Refused(f"policy.yaml has `{name}` already: {there.name}", remedy=remedy)


def _key_of(session: Session, named: str) -> str:
    """The public key that is meant, or that is in the file. Raises Refused where it is none that can be used."""
    from reportkit.gitstore.signatures.keys import parse_key
    from reportkit.reading.outside_file import read_sent

    typed = named.rpartition(",")[2].strip()  # `join` prints name, address and key: all of it may be given
    if len(typed.split()) > 1 and typed.startswith(_KINDS):
        return parse_key(typed).line
    path = session.start / named
    try:
        text = read_sent(path, _LARGEST).decode("utf-8", "replace")
    except Refused:
        raise Refused("There is no such file", where=str(path), remedy="Name the file that ends in .pub.") from None
    return parse_key(text).line


def _show_keys(session: Session, person: str) -> None:
    for public, fingerprint, until in _keys(_known(session, person)):
        click.echo(f"{fingerprint}  {public.split()[0]}{f'  until {until}' if until else ''}")


def _public(person: Person, fingerprint: str) -> str:
    """The key with this fingerprint, without its comment."""
    for public, known, _ in _keys(person):
        if known.removeprefix("SHA256:").startswith(fingerprint.removeprefix("SHA256:")):
            return public
    raise WrongUse(
        f"{person.id} has no key with the fingerprint {fingerprint}",
        remedy=f"`reportkit people keys {person.id}` lists them.",
    )


def _keys(person: Person) -> list[tuple[str, str, dt.date | None]]:
    """The public keys of a person with their fingerprints and last days; a broken one is named as such."""
    from reportkit.gitstore.signatures.keys import parse_key

    return [(key.public, parse_key(key.key).fingerprint, key.until) for key in person.keys]


def _known(session: Session, name: str) -> Person:
    """The person with this id. Raises WrongUse, with the likeliest one, where there is none."""
    from reportkit.actions.actor import person_called
    from reportkit.reading.policy import read_policy

    return person_called(read_policy(session.saved), name)
