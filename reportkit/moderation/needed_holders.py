"""What a policy needs people for: whether a change leaves each of these to a person."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportkit.moderation.policy import Policy
from reportkit.moderation.words import ROLES, Role


class Need(Struct, frozen=True):
    """Something that people do by policy, as a clause, and the roles of which each may do it."""

    what: str
    roles: tuple[Role, ...]


def needs_left_open(old: Policy, new: Policy) -> Iterator[Need]:
    """Yield each need that a person without a last day meets in the old policy, and no such person in the new."""
    for before, after in zip(_needs(old), _needs(new), strict=True):
        if _is_met(before, old) and not _is_met(after, new):
            yield after
    for role in new.must_sign:
        need = Need(f"signs off as {ROLES[role]}", (role,))
        if _is_met(need, old) and not _is_met(need, new):
            yield need


def _needs(policy: Policy) -> tuple[Need, ...]:
    return (
        Need("is administrator", ("administrator",)),
        Need("may decide", policy.may_decide),
        Need("may send drafts and enter comments", policy.may_correspond),
        Need("may answer comments", policy.may_answer),
        Need("may clear sensitive findings", policy.may_clear),
        Need("may tell the score and publish", policy.may_notify),
    )


def _is_met(need: Need, policy: Policy) -> bool:
    return any(person.until is None and not set(need.roles).isdisjoint(person.roles) for person in policy.people)
