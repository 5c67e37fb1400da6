"""Every change of the policy: by whom, when, whether a record tells of it, and what it made less strict, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reportkit.moderation.policy import POLICY
from reportkit.moderation.policy_in_force import HandChange, PolicyState, PolicyThen, is_strict
from reportkit.moderation.verifying.file_history import PolicyStep, VersionStep
from reportkit.moderation.verifying.observation import Level, Observation
from reportkit.moderation.weakenings import weakenings

_UNSETTLED: Final = (
    "is not what recorded changes give, since versions were brought together: `reportkit people save` settles it"
)


def examine_policies(
    changes: Iterable[PolicyStep],
    contents: Mapping[str, PolicyThen],
    states: Mapping[str, PolicyState],
    head: PolicyState,
) -> Iterator[Observation]:
    """Yield what there is to say of the policy's changes.

    `contents` are by id, `states` by commit; `head` is the newest state.
    """
    by_hand = {each.commit: each for state in states.values() for each in state.pending}
    for change in changes:
        before = contents[change.before] if change.before else None
        after = contents[change.after] if change.after else None
        hand = by_hand.get(change.step.commit)
        level: Level = "forged" if hand and not hand.entitled else "incomplete"
        if after is None:
            yield _finding(change, level, "policy-removed", "was taken away")
        elif after.policy is None:
            yield _finding(change, level, "policy-unreadable", "was changed into something that cannot be read")
        if hand and before and after:
            yield _of_hand(change, hand, head)
        yield from _made_easier(change, before, after)
    if not head.is_settled and not head.pending:
        yield Observation(level="incomplete", kind="policy-unsettled", where=POLICY, what=_UNSETTLED)


def examine_confirmations(
    steps: Iterable[VersionStep], changes: Iterable[PolicyStep], states: Mapping[str, PolicyState]
) -> Iterator[Observation]:
    """Yield what a record made less strict that changed no file: it put in force what was in the tree already."""
    told = {change.step.commit for change in changes}
    for step in steps:
        if len(step.parents) == 1 and step.commit not in told:
            before, after = states[step.parents[0]].in_force, states[step.commit].in_force
            if before != after:
                yield from _made_easier(PolicyStep(step, None, None), before, after)


def _made_easier(change: PolicyStep, before: PolicyThen | None, after: PolicyThen | None) -> Iterator[Observation]:
    if before and after and before.policy and after.policy:
        for weaker in weakenings(before.policy, after.policy):
            yield _finding(change, "note", "policy-weakened", f"was made less strict: {weaker}")


def _of_hand(change: PolicyStep, hand: HandChange, head: PolicyState) -> Observation:
    """Return what to say of a change without a record that counts."""
    if hand not in head.pending:
        return _finding(change, "note", "policy-recorded-since", "was changed by hand, and recorded since")
    if head.in_force and is_strict(head.in_force.policy) and head.is_settled and not hand.took_effect:
        return _finding(change, "note", "policy-put-back", "was changed by hand, which was never in force")
    if hand.entitled:
        return _finding(change, "incomplete", "policy-unrecorded", "was changed, and no record says why")
    what = "was changed by hand by a person who may not change it, and no record confirms it"
    return _finding(change, "forged", "policy-unentitled", what)


def _finding(change: PolicyStep, level: Level, kind: str, what: str) -> Observation:
    step = change.step
    return Observation(level=level, kind=kind, where=POLICY, what=f"{what} ({step})", commit=step.commit)
