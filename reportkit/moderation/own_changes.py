"""Changes of policy.yaml that people make about themselves: another name, and the end of a key of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportkit.moderation.policy import Person, Policy


def is_own_change(name: str, before: Policy, after: Policy) -> bool:
    """Return whether a change gives only this person another name, or ends only keys of theirs, and not both."""
    old, new = before.person(name), after.person(name)
    if old is None or new is None or replace(after, people=()) != replace(before, people=()):
        return False
    if [each for each in before.people if each.id != name] != [each for each in after.people if each.id != name]:
        return False
    if replace(new, name=old.name) == old:
        return True
    return replace(new, keys=old.keys) == old and set(new.keys) <= set(old.keys)


def renamed(before: Policy, after: Policy) -> Iterator[tuple[Person, Person]]:
    """Yield each person who has another name after a change, as they were and as they are."""
    for new in after.people:
        old = before.person(new.id)
        if old and old.name != new.name:
            yield old, new


def has_new_key(old: Person, new: Person) -> bool:
    """Return whether a person has a key that they did not have."""
    known = {key.public for key in old.keys}
    return any(key.public not in known for key in new.keys)
