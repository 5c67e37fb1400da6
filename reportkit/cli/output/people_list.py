"""The people of policy.yaml in a table, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator

import click
import msgspec

from reportkit.cli.session import Session
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES
from reportkit.reading.policy import read_policy

FORMAT = 1


def show_people(session: Session, *, machine: bool) -> None:
    """List everybody, in the order of policy.yaml."""
    policy = read_policy(session.saved)
    if machine:
        told = {"format": FORMAT, "people": policy.people, "covers": policy.covers}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    elif policy.people:
        click.echo("\n".join(line for person in policy.people for line in _lines(person, policy)))
    else:
        click.echo("Nobody is listed yet; `reportkit people add` adds the first.", err=True)


def _lines(person: Person, policy: Policy) -> Iterator[str]:
    yield f"{person.id}: {person.name} <{person.email}>"
    roles = ", ".join(ROLES[role] for role in person.roles) or "no role"
    facts = [
        f"region {person.region}" if person.region else "",
        f"from {person.from_}" if person.from_ else "",
        f"until {person.until}" if person.until else "",
        "may stand in for others" if person.id in policy.covers else "",
        f"{len(person.keys)} key{'' if len(person.keys) == 1 else 's'}" if person.keys else "no key",
    ]
    yield f"    {'; '.join(filter(None, (roles, *facts)))}"
