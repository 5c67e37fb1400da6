"""Every change of policy that ended keys or roles, as the versions themselves show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.endings import Ending, PolicyChange, endings_among, ends_something
from reportkit.moderation.policy import Policy
from reportkit.moderation.verifying.file_history import PolicyStep, VersionStep
from reportkit.moderation.verifying.policy_history import PolicyThen
from reportkit.moderation.verifying.record_evidence import Exhibit


def endings_in(
    steps: Sequence[VersionStep],
    changes: Iterable[PolicyStep],
    contents: Mapping[str, PolicyThen],
    exhibits: Mapping[str, tuple[Exhibit, ...]],
) -> tuple[Ending, ...]:
    """Return the changes that ended something, oldest first; `contents` are the policies by their content's id."""
    upon = [change for change in changes if len(change.step.parents) == 1]
    policies = [(_policy(change.before, contents), _policy(change.after, contents)) for change in upon]
    if not any(ends_something(before, after) for before, after in policies):
        return ()
    seen_by = _seen_by(steps, [change.step.commit for change in upon])
    brought = {(name, each.digest): each.brought.step.commit for name, some in exhibits.items() for each in some}
    return endings_among(
        [
            PolicyChange(before, after, partial(_has_seen, number, brought, seen_by))
            for number, (before, after) in enumerate(policies)
        ]
    )


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
