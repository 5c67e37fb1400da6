"""`reportkit people`: the people of policy.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.session import Session
from reportkit.moderation.words import ROLES

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.moderation.policy import Person, Policy

FORMAT = 1


@click.command("list", hidden=True)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.pass_obj
def command(session: Session, *, machine: bool) -> None:
    """List the people of moderation/policy.yaml."""
    from reportkit.actions.people import policy_in_force

    policy = policy_in_force(session)
    if machine:
        click.echo(people_json(policy))
    elif policy.people:
        click.echo("\n".join(people_lines(policy)))
    else:
        click.echo("No people are listed yet; `reportkit people add` adds the first.", err=True)


def people_json(policy: Policy) -> bytes:
    """Return everyone, and who may stand in for others, as JSON; docs/json.md describes it."""
    fields = {"format": FORMAT, "people": policy.people, "covers": policy.covers}
    return json_bytes(fields)


def people_lines(policy: Policy) -> Iterator[str]:
    """Return the lines that list everyone, in the order of policy.yaml."""
    return (line for person in policy.people for line in _lines(person, policy))


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
