"""`reportkit people`: the people of policy.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.session import Session
from reportkit.moderation.words import ROLES

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.people import ListedPeople
    from reportkit.moderation.policy import Person

FORMAT = 1


@click.command("list", hidden=True)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.pass_obj
def command(session: Session, *, machine: bool) -> None:
    """List the people of moderation/policy.yaml."""
    from reportkit.actions.people import list_people

    listed = list_people(session)
    if machine:
        click.echo(people_json(listed))
    elif listed.policy.people:
        click.echo("\n".join(people_lines(listed)))
    else:
        click.echo("No people are listed yet; `reportkit people add` adds the first.", err=True)


def people_json(listed: ListedPeople) -> bytes:
    """Return everyone, and who may stand in for others, as JSON; docs/json.md describes it."""
    policy = listed.policy
    fields = {"format": FORMAT, "people": policy.people, "covers": policy.covers, "formerly": listed.formerly}
    return json_bytes(fields)


def people_lines(listed: ListedPeople) -> Iterator[str]:
    """Return the lines that list everyone, in the order of policy.yaml."""
    return (line for person in listed.policy.people for line in _lines(person, listed))


def _lines(person: Person, listed: ListedPeople) -> Iterator[str]:
    yield f"{person.id}: {person.name} <{person.email}>"
    roles = ", ".join(ROLES[role] for role in person.roles) or "no role"
    facts = [
        f"region {person.region}" if person.region else "",
        f"from {person.from_}" if person.from_ else "",
        f"until {person.until}" if person.until else "",
        "may stand in for others" if person.id in listed.policy.covers else "",
        f"{len(person.keys)} key{'' if len(person.keys) == 1 else 's'}" if person.keys else "no key",
        f"formerly {', '.join(names)}" if (names := listed.formerly.get(person.id)) else "",
    ]
    yield f"    {'; '.join(filter(None, (roles, *facts)))}"
