"""Covers and open sign-offs of an inspection that a change of policy takes from people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Cover, SignOff
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES, Role


def describe_ended_duties(ledger: Ledger, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield a clause for each cover that ends, and for each sign-off that is open and left to other people.

    Nothing is yielded where the inspection is not with the moderators, or published.
    """
    if ledger.submission is None or ledger.published:
        return
    for _, cover in ledger.of(Cover):
        if cover.until >= today and _can_stand_in(cover, old) and not _can_stand_in(cover, new):
            whose = f"{new.name_of(cover.stand_in)} stands in for {new.name_of(cover.holder)} as {ROLES[cover.role]}"
            yield f"the cover under which {whose} until {cover.until}"
    if old.final != new.final == "always" and ledger.signing.stage == "final":
        yield from _asked_again(ledger, new)
    for role in new.must_sign:
        if role not in _signed(ledger):
            yield from _left_open(role, old, new, today)


def _asked_again(ledger: Ledger, new: Policy) -> Iterator[str]:
    """Yield each sign-off on the draft that the decision rests on, of a role that has not signed after it."""
    again = {entry.record.role for entry, _ in ledger.of(SignOff) if entry.record.stage == "final"}
    for entry in _valid(ledger):
        if entry.record.stage == "draft" and entry.record.role not in again:
            yield f"the sign-off of {new.name_of(entry.record.person)} as {ROLES[entry.record.role]}, asked for again"


def _can_stand_in(cover: Cover, policy: Policy) -> bool:
    person = policy.person(cover.stand_in)
    return person is not None and cover.stand_in in policy.covers and person.active(cover.until)


def _signed(ledger: Ledger) -> frozenset[Role]:
    return frozenset(entry.record.role for entry in _valid(ledger))


def _valid(ledger: Ledger) -> Iterator[Entry]:
    """Yield the sign-offs of this round that were not withdrawn."""
    for entry, _ in ledger.of(SignOff):
        if entry.record.round == ledger.round and entry.digest not in ledger.withdrawn:
            yield entry


def _left_open(role: Role, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield the open sign-off of each person who loses its role, with who else has it."""
    others = [new.name_of(person.id) for person in new.people if _keeps(person, role)]
    for before in old.holders(role, today):
        after = new.person(before.id)
        if _keeps(before, role) and not (after and _keeps(after, role)):
            able = f"{' or '.join(others)} can sign instead" if others else "no other person can sign"
            yield f"the open sign-off of {old.name_of(before.id)} as {ROLES[role]}; {able}"


def _keeps(person: Person, role: Role) -> bool:
    """Return whether a person has a role without a last day."""
    return role in person.roles and person.until is None
