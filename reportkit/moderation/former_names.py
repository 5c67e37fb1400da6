"""Names as they were when a record was made: policy.yaml keeps the newest name beside each id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from reportkit.moderation.case import FindPolicy
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Policy


def former_names(policy: Policy, earlier: Iterable[Policy]) -> dict[str, tuple[str, ...]]:
    """Return the names that people had before, oldest first, by their ids; `earlier` are the policies of before."""
    found: dict[str, list[str]] = {}
    for each in earlier:
        for person in each.people:
            names = found.setdefault(person.id, [])
            if person.name != policy.own_name(person.id) and person.name not in names:
                names.append(person.name)
    return {person.id: tuple(found[person.id]) for person in policy.people if found.get(person.id)}


def named_as_then(entry: Entry, policy: Policy, policy_of: FindPolicy) -> Policy:
    """Return the policy in force with the names that people had in the one that the record was made under."""
    then = policy_of(entry.record.policy)
    return policy if then is None else _with_names(policy, then)


@lru_cache(maxsize=256)
def _with_names(policy: Policy, then: Policy) -> Policy:
    people = tuple(
        replace(each, name=then.own_name(each.id)) if then.person(each.id) else each for each in policy.people
    )
    return policy if people == policy.people else replace(policy, people=people)
