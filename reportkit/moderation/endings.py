"""Keys and roles that a change of policy ended, and what of them still counts: told by history, never by clocks.

What the ending act has in its history counts for good. What it has not seen does not count, whatever day it declares.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Key, Person, Policy


class Ending(Struct, frozen=True):
    """A change of policy that ended keys or roles.

    `before` is the policy that it changed, `people` the ids of those who lost something. `has_seen` tells whether a
    record is in its history.
    """

    before: Policy
    people: frozenset[str]
    has_seen: Callable[[Entry], bool]


FindEndings: TypeAlias = Callable[[], tuple[Ending, ...]]
"""Finds every ending, the oldest first: asked for only where a record does not count by the policy in force."""


def nothing_ended() -> tuple[Ending, ...]:
    """Return no endings: for a record whose history is not known, or in which nothing was ended."""
    return ()


def who_lost(before: Policy, after: Policy) -> frozenset[str]:
    """Return the ids of the people who had a key, a role, a day or an address before and have it no more."""
    return frozenset(person.id for person in before.people if _lost(person, after.person(person.id)))


def days_gone(before: Policy, after: Policy, today: dt.date) -> Iterator[str]:
    """Yield each last day that a change gives and that is past, as a clause: only a planned end has a day."""
    for person in after.people:
        then = before.person(person.id)
        if then is None:
            continue
        if person.until != then.until and person.until and person.until < today:
            yield f"{person.until}, given as the last day of {person.name}"
        known = {key.public: key.until for key in then.keys}
        for key in person.keys:
            if key.until and key.until < today and known.get(key.public) != key.until:
                yield f"{key.until}, given as the last day of a key of {person.name}"


def policy_for(entry: Entry, policy: Policy, endings: Iterable[Ending]) -> Policy:
    """Return the policy with everything that was ended by acts which have the record in their history."""
    return restored(policy, tuple(ending.before for ending in endings if ending.has_seen(entry)))


@lru_cache(maxsize=256)
def restored(policy: Policy, befores: tuple[Policy, ...]) -> Policy:
    """Return the policy whose people also have what they had in earlier ones, which are given oldest first."""
    people = {person.id: person for person in reversed(policy.people)}
    for before in reversed(befores):
        people |= {person.id: _joined(person, people.get(person.id)) for person in before.people}
    return replace(policy, people=tuple(people.values())) if befores else policy


def _lost(then: Person, now: Person | None) -> bool:
    return now is None or _joined(then, now) is not now


def _joined(then: Person, now: Person | None) -> Person:
    """Return a person with what they had then and have now; `now` itself where nothing was lost."""
    if now is None:
        return then
    both = replace(
        now,
        email=then.email,
        roles=tuple(dict.fromkeys((*now.roles, *then.roles))),
        keys=tuple(_all_keys(now, then)),
        from_=min(now.from_, then.from_) if now.from_ and then.from_ else None,
        until=max(now.until, then.until) if now.until and then.until else None,
    )
    return now if both == now else both


def _all_keys(now: Person, then: Person) -> Iterator[Key]:
    """Yield the keys of both, each with the later of its last days."""
    had = {key.public: key for key in then.keys}
    for key in now.keys:
        earlier = had.pop(key.public, key)
        yield key if key.until is None or (earlier.until and earlier.until <= key.until) else earlier
    yield from had.values()
