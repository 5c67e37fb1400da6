"""Unsigned records under strict judging: a person with a listed key signs what comes in after that key was listed.

Which policy a record came in under is told by history: it is the one that the first change which has seen it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeAlias

from msgspec.structs import replace

from reportkit.moderation.attribution import day_of, must_sign_with_key
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.endings import PolicyChange
from reportkit.moderation.policy import Policy

FindChanges: TypeAlias = Callable[[], tuple[PolicyChange, ...]]
"""Finds every change of the policy upon one other, the oldest first."""


def nothing_changed() -> tuple[PolicyChange, ...]:
    """Return no changes: for a record whose history is not known, or where the policy was never changed."""
    return ()


def policy_over(entry: Entry, policy: Policy, find_changes: FindChanges) -> Policy:
    """Return the policy as it judges a record: less or more strictly where the record is unsigned and came in before.

    History is asked only where a listed key could make a difference.
    """
    if not policy.is_strict or entry.evidence.key or entry.evidence.fault or policy.signatures == "required":
        return policy
    actor = entry.record.reported.by if entry.record.reported else entry.record.person
    changes = find_changes()
    if not changes or not any(_has_key(each, actor) for each in (policy, *(each.before for each in changes))):
        return policy
    return _asking(policy, signature=_asks(came_in_under(entry, policy, changes), actor, entry))


def is_unsigned_late(entry: Entry, policy: Policy, changes: Iterable[PolicyChange]) -> bool:
    """Return whether an unsigned record came in under a policy that asks its writer for a signature."""
    actor = entry.record.reported.by if entry.record.reported else entry.record.person
    unsigned = not entry.evidence.key and not entry.evidence.fault
    return unsigned and _asks(came_in_under(entry, policy, changes), actor, entry)


def came_in_under(entry: Entry, policy: Policy, changes: Iterable[PolicyChange]) -> Policy:
    """Return the policy that a record came in under; `policy` is the newest."""
    return next((each.before for each in changes if each.has_seen(entry)), policy)


def _has_key(policy: Policy, actor: str) -> bool:
    person = policy.person(actor)
    return person is not None and bool(person.keys)


def _asks(policy: Policy, actor: str, entry: Entry) -> bool:
    person = policy.person(actor)
    return person is not None and must_sign_with_key(person, policy, day_of(entry.record))


@lru_cache(maxsize=8)
def _asking(policy: Policy, *, signature: bool) -> Policy:
    return replace(policy, signatures="required") if signature else replace(policy, judging=1)
