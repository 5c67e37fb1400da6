"""Keys and roles that a change of policy ended, and what of them still counts: judged by history, never by clocks.

What the ending act has in its history counts for good. What it has not seen does not count, whatever day it declares.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Key, Person, Policy
from reportkit.moderation.weakenings import easier_settings

HasSeen: TypeAlias = Callable[[Entry], bool]
"""Tells whether a record is in the history of a change of policy."""

_OwnKey: TypeAlias = tuple[str, str]
"""A person's id, and a public key of theirs."""


class PolicyChange(Struct, frozen=True):
    """A version that changed the policy upon one other."""

    before: Policy
    after: Policy
    has_seen: HasSeen


class Ending(Struct, frozen=True, eq=False):
    """A change of policy that ended keys or roles, or what roles and people may do, or that asks for more.

    `before` is the policy that it changed, `people` the ids of those who lost something of their own; `keys` are those
    that were taken out and never listed again by another change. `asks_surer` says that it asks for surer records than
    before. Each is equal to itself alone: to compare policies takes long.
    """

    before: Policy
    people: frozenset[str]
    keys: frozenset[_OwnKey]
    has_seen: HasSeen
    asks_surer: bool = False


FindEndings: TypeAlias = Callable[[], tuple[Ending, ...]]
"""Finds every ending, the oldest first: asked for only where a record does not count by the policy in force."""


def nothing_ended() -> tuple[Ending, ...]:
    """Return no endings: for a record whose history is not known, or in which nothing was ended."""
    return ()


def endings_among(changes: Sequence[PolicyChange]) -> tuple[Ending, ...]:
    """Return the changes that ended something, oldest first, as they are given.

    A merge is no change: what it takes from one side was ended there, by an act that has not seen the other side.
    """
    found: list[Ending] = []
    listed_again: set[_OwnKey] = set()
    for change in reversed(changes):
        old, new = _own_keys(change.before), _own_keys(change.after)
        if ends_something(change.before, change.after):
            lost = who_lost(change.before, change.after)
            surer = _asks_surer(change.before, change.after)
            found.append(Ending(change.before, lost, old - new - listed_again, change.has_seen, surer))
        listed_again |= new - old
    return tuple(reversed(found))


def _own_keys(policy: Policy) -> frozenset[_OwnKey]:
    return frozenset((person.id, key.public) for person in policy.people for key in person.keys)


def who_lost(before: Policy, after: Policy) -> frozenset[str]:
    """Return the ids of the people who had a key, role, day or address, or could stand in, and no longer do."""
    lost = {person.id for person in before.people if _lost(person, after.person(person.id))}
    return frozenset(lost | set(before.covers) - set(after.covers))


_LISTS: Final = (
    "roles",
    "covers",
    "may_decide",
    "may_override",
    "may_correspond",
    "may_answer",
    "may_notify",
    "may_clear",
)
"""The lists of roles and people who may do something."""


def ends_something(before: Policy, after: Policy) -> bool:
    """Return whether a change takes from people or roles what they have or may do, or asks for more than before."""
    if not before.people:
        return False
    narrowed = any(not set(getattr(before, name)) <= set(getattr(after, name)) for name in _LISTS)
    return narrowed or any(easier_settings(after, before)) or bool(who_lost(before, after))


def _asks_surer(before: Policy, after: Policy) -> bool:
    stricter = after.signatures == "required" != before.signatures
    return stricter or not set(before.enough) <= set(after.enough)


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
    """Return the policy of before the first act that ended something and has the record in its history.

    A key that another act had ended, which has not seen the record, stays ended.
    """
    first: Ending | None = None
    gone: set[_OwnKey] = set()
    for ending in endings:
        if not ending.has_seen(entry):
            gone |= ending.keys
        elif first is None:
            first = ending
    return _without_keys(first.before, frozenset(gone - _own_keys(policy))) if first else policy


@lru_cache(maxsize=256)
def _without_keys(policy: Policy, gone: frozenset[_OwnKey]) -> Policy:
    people = tuple(_without(person, gone) for person in policy.people)
    return policy if people == policy.people else replace(policy, people=people)


@lru_cache(maxsize=256)
def restored(policy: Policy, endings: tuple[Ending, ...]) -> Policy:
    """Return the policy whose people and lists also have what they had before these endings, given oldest first."""
    if not endings:
        return policy
    people = {person.id: person for person in reversed(policy.people)}
    for ending in reversed(endings):
        people |= {person.id: _joined(person, people.get(person.id)) for person in ending.before.people}
        policy = _with_lists(policy, ending.before)
    return replace(policy, people=tuple(people.values()))


def _with_lists(policy: Policy, then: Policy) -> Policy:
    """Return the policy with what each of its lists has, and what it had then."""
    lists = {name: tuple(dict.fromkeys((*getattr(policy, name), *getattr(then, name)))) for name in _LISTS}
    return replace(policy, **lists)


def _without(person: Person, gone: frozenset[_OwnKey]) -> Person:
    keys = tuple(key for key in person.keys if (person.id, key.public) not in gone)
    return person if len(keys) == len(person.keys) else replace(person, keys=keys)


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
