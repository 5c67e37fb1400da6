"""The policy in force: what recorded changes by entitled people give, and the changes made by hand beside them.

The versions are walked from the oldest. A record of a change counts if the policy that was in force before it entitles
its writer. Before `judging: 2` a change by hand takes effect at once, as it did when those records were made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from reportkit.moderation.attribution import day_of, how_sure
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.entitlement import KEEPERS
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.own_changes import is_own_change
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.weakenings import weakenings


class PolicyThen(Struct, frozen=True):
    """One content that policy.yaml had: the SHA-256 of its bytes, and what it says; None where it cannot be read."""

    digest: str
    policy: Policy | None


class PolicyEvent(Struct, frozen=True, kw_only=True):
    """One version: its parents, who committed it and when, and the records of policy changes that it brought.

    `after` is policy.yaml where the version changed it against its first parent, `gone` says that it took the file
    away. `by_hand` says that it differs from every parent.
    """

    commit: str
    parents: tuple[str, ...] = ()
    who: str = ""
    email: str = ""
    seconds: int = 0
    after: PolicyThen | None = None
    gone: bool = False
    by_hand: bool = False
    records: tuple[Entry, ...] = ()


class HandChange(Struct, frozen=True):
    """A change of policy.yaml without a record that counts.

    `entitled` says whether its committer may make changes, `took_effect` whether it was in force at once.
    """

    commit: str
    who: str
    entitled: bool
    took_effect: bool = False


class PolicyState(Struct, frozen=True):
    """The policy in one version: the one in force, and the one in its tree; None where there is none.

    `applied` are the changes that took effect, as the bits of a number; `pending` those by hand that no record
    confirms.
    """

    in_force: PolicyThen | None = None
    tree: PolicyThen | None = None
    applied: int = 0
    pending: tuple[HandChange, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether what is in the tree is in force: always, where judging is not strict."""
        return self.in_force is None or not is_strict(self.in_force.policy) or self.tree == self.in_force


def follow(events: Iterable[PolicyEvent]) -> dict[str, PolicyState]:
    """Return the state of the policy in each version, which are given parents first."""
    states: dict[str, PolicyState] = {}
    for number, event in enumerate(events):
        before = [states[parent] for parent in event.parents]
        base = _joined(before)
        joins = len(before) > 1 and all(each.applied != base.applied for each in before)
        states[event.commit] = _after(event, base, 1 << number, joins=joins)
    return states


def _after(event: PolicyEvent, base: PolicyState, bit: int, *, joins: bool) -> PolicyState:
    """Return the state after a version; `joins` says that it brings together changes that did not know each other."""
    tree = None if event.gone else event.after or base.tree
    state = replace(base, tree=tree) if tree != base.tree else base
    if base.in_force is None:
        return replace(state, in_force=tree, applied=base.applied | bit) if tree else state
    if tree and any(_counts(entry, base, tree) for entry in event.records):
        confirms = tree == base.tree or is_strict(base.in_force.policy)
        return PolicyState(tree, tree, base.applied | bit, () if confirms else base.pending)
    if not event.by_hand or tree in (base.tree, base.in_force):
        return state
    if joins:  # Git may have made one file of both; it is not in force before a person has looked at it
        return replace(state, pending=(*state.pending, HandChange(event.commit, event.who, entitled=True)))
    return _by_hand(event, state, bit)


def _by_hand(event: PolicyEvent, state: PolicyState, bit: int) -> PolicyState:
    """Return the state after a change by hand.

    It takes effect only where judging is not strict, or where there is no person yet who could record it.
    """
    policy = state.in_force.policy if state.in_force else None
    entitled = policy is None or _may_change(policy, event)
    takes_effect = entitled and state.tree is not None and (not is_strict(policy) or not (policy and policy.people))
    pending = (*state.pending, HandChange(event.commit, event.who, entitled, takes_effect))
    if takes_effect:
        return replace(state, in_force=state.tree, applied=state.applied | bit, pending=pending)
    return replace(state, pending=pending)


def is_strict(policy: Policy | None) -> bool:
    """Return whether records made under a policy are judged strictly."""
    return policy is not None and policy.is_strict


def policy_in(tree: Policy, state: PolicyState) -> Policy:
    """Return the policy that a version is judged by: what its file says, but under strict judging the one in force."""
    in_force = state.in_force.policy if state.in_force else None
    return in_force if in_force is not None and in_force.is_strict else tree


def _may_change(policy: Policy, event: PolicyEvent) -> bool:
    """Return whether Git's committer is someone who changes the policy; a new repository has no such person yet."""
    on = dt.datetime.fromtimestamp(event.seconds, dt.UTC).date()
    keepers = [person for person in policy.people if not set(KEEPERS).isdisjoint(person.roles)]
    known = any(_is(person, event.email) and (policy.demonstration or person.active(on)) for person in keepers)
    return known or not policy.people


def _is(person: Person, email: str) -> bool:
    return person.email.casefold() == email.casefold()


def _counts(entry: Entry, base: PolicyState, tree: PolicyThen) -> bool:
    """Return whether a record makes what is in the tree the policy in force."""
    details, in_force = entry.record.details, base.in_force
    if in_force is None or not isinstance(details, PolicyChanged) or details.after != tree.digest:
        return False
    upon_tree = base.tree is not None and details.before == base.tree.digest and not is_strict(in_force.policy)
    if details.before != in_force.digest and not upon_tree:
        return False
    first = not (in_force.policy and in_force.policy.people)  # the first person adds themselves
    before = base.tree if base.tree is not None and details.before == base.tree.digest else in_force
    return _is_entitled(entry, (tree if first else in_force).policy, before.policy, tree.policy)


def _is_entitled(entry: Entry, policy: Policy | None, before: Policy | None, after: Policy | None) -> bool:
    """Return whether the writer may make a change: any in some roles, and a proven one of their own in each."""
    record = entry.record
    person = policy.person(record.person) if policy else None
    if person is None or policy is None or not person.holds(record.role, day_of(record)):
        return False
    sure = how_sure(record, entry.evidence, policy).sure
    if record.role in KEEPERS:
        return sure is not None
    return sure == "proven" and bool(before and after and is_own_change(record.person, before, after))


def _joined(states: list[PolicyState]) -> PolicyState:
    """Return the state where versions are brought together; the first parent's tree stands until it is changed."""
    if not states:
        return PolicyState()
    first, *others = states
    for other in others:
        if other is not first:
            first = _joined_two(first, other)
    return first


def _joined_two(one: PolicyState, other: PolicyState) -> PolicyState:
    pending = tuple(dict.fromkeys((*one.pending, *other.pending)))
    applied = one.applied | other.applied
    if applied == one.applied:
        in_force = one.in_force
    elif applied == other.applied:
        in_force = other.in_force
    else:
        in_force = stricter(one.in_force, other.in_force)
    return PolicyState(in_force, one.tree, applied, pending)


def stricter(one: PolicyThen | None, other: PolicyThen | None) -> PolicyThen | None:
    """Return the stricter of two policies that did not know each other: the one that makes fewer things easier."""
    if one is None or other is None or one == other:
        return one or other
    if one.policy is None or other.policy is None:
        return one if one.policy else other
    to_other, to_one = len(weakenings(one.policy, other.policy)), len(weakenings(other.policy, one.policy))
    return min((to_one, one.digest, one), (to_other, other.digest, other))[2]
