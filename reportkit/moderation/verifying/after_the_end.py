"""Every change of policy, as the versions themselves tell it, for records that came in after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.endings import PolicyChange, ends_something
from reportkit.moderation.policy import Policy
from reportkit.moderation.policy_in_force import PolicyState, PolicyThen, policy_in
from reportkit.moderation.verifying.file_history import PolicyStep, VersionStep
from reportkit.moderation.verifying.record_evidence import Exhibit


def changes_in(
    steps: Sequence[VersionStep],
    changes: Iterable[PolicyStep],
    contents: Mapping[str, PolicyThen],
    exhibits: Mapping[str, tuple[Exhibit, ...]],
    states: Mapping[str, PolicyState],
) -> tuple[PolicyChange, ...]:
    """Return the changes of the policy in force, oldest first; `contents` are the policies by their content's id.

    There are none where they ended nothing and judging was never strict: nothing then depends on them.
    """
    said = {change.step.commit: change for change in changes}
    upon = [step for step in steps if len(step.parents) == 1 and (step.commit in said or _confirms(step, states))]
    policies = [_before_and_after(step, said.get(step.commit), contents, states) for step in upon]
    if not any(ends_something(before, after) or after.is_strict for before, after in policies):
        return ()
    seen_by = _seen_by(steps, [step.commit for step in upon])
    brought = {(name, each.digest): each.brought.step.commit for name, some in exhibits.items() for each in some}
    return tuple(
        PolicyChange(before, after, partial(_has_seen, number, brought, seen_by))
        for number, (before, after) in enumerate(policies)
    )


def _confirms(step: VersionStep, states: Mapping[str, PolicyState]) -> bool:
    """Return whether a version puts a policy in force that was in the file before."""
    return states[step.commit].in_force != states[step.parents[0]].in_force


def _before_and_after(
    step: VersionStep,
    change: PolicyStep | None,
    contents: Mapping[str, PolicyThen],
    states: Mapping[str, PolicyState],
) -> tuple[Policy, Policy]:
    before, after = (_policy(name, contents) for name in (change.before, change.after)) if change else (Policy(),) * 2
    return policy_in(before, states[step.parents[0]]), policy_in(after, states[step.commit])


def _policy(name: str | None, contents: Mapping[str, PolicyThen]) -> Policy:
    """Return what a version says; one that is missing or cannot be read lists no people."""
    return (contents[name].policy if name else None) or Policy()


def _seen_by(steps: Sequence[VersionStep], commits: Iterable[str]) -> Mapping[str, int]:
    """Return by commit which of the given commits have it in their history, as the bits of a number."""
    seen = dict.fromkeys((step.commit for step in steps), 0)
    for number, commit in enumerate(commits):
        seen[commit] |= 1 << number
    for step in reversed(steps):
        for parent in step.parents:
            seen[parent] |= seen[step.commit]
    return seen


def _has_seen(number: int, brought: Mapping[tuple[str, str], str], seen_by: Mapping[str, int], entry: Entry) -> bool:
    return bool(seen_by[brought[entry.record.inspection, entry.digest]] >> number & 1)
