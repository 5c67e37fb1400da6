"""The people of the tests: three moderators, who may stand in for them, and who must not sign."""

from __future__ import annotations

import datetime as dt

from reportkit.moderation.policy import Key, Person, Policy
from reportkit.moderation.words import Role


def person(name: str, *roles: Role, **more: object) -> Person:
    """Someone whose id is their name in small letters, with one key of their own."""
    small = name.lower()
    given = {"keys": (Key(key=key_of(small)),), "email": f"{small}@example.org", "roles": roles, **more}
    return Person(id=small, name=name, **given)


def key_of(person_id: str) -> str:
    """Return the public key of one of these people."""
    return f"ssh-ed25519 AAAA{person_id}"


POLICY = Policy(
    people=(
        person("Ann", "regional-lead-inspector", region="Northern"),
        person("Bob", "almo-co-ordinator"),
        person("Cat", "senior-manager"),
        person("Dan", "senior-manager"),
        person("Eve", "regional-lead-inspector", region="London"),
        person("Flo", "head-of-programme"),
        person("Gus", "administrator"),
        person("Hal"),
        person("Ida", "senior-manager", until=dt.date(2004, 5, 31)),
        person("Jo", "almo-co-ordinator", "senior-manager"),
        person("Kim", "inspector", "senior-manager"),
    ),
    covers=("hal", "dan", "kim"),
)
