"""Every change of policy that ended keys or roles, as the versions themselves tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from reportkit.moderation.endings import Ending, who_lost
from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Policy
from reportkit.moderation.verifying.exhibit import Exhibit
from reportkit.moderation.verifying.policies import PolicyThen
from reportkit.moderation.verifying.trace import PolicyStep, Step


def endings_in(
    steps: Sequence[Step],
    changes: Iterable[PolicyStep],
    contents: Mapping[str, PolicyThen],
    exhibits: Mapping[str, tuple[Exhibit, ...]],
) -> tuple[Ending, ...]:
    """Return the changes that ended something, oldest first; `contents` are the policies by their content's id."""
    found: list[tuple[str, Policy, frozenset[str]]] = []
    for change in changes:
        before, after = (_policy(name, contents) for name in (change.before, change.after))
        if lost := who_lost(before, after):
            found.append((change.step.commit, before, lost))
    if not found:
        return ()
    seen_by = _seen_by(steps, [commit for commit, _, _ in found])
    brought = {(name, each.digest): each.brought.step.commit for name, some in exhibits.items() for each in some}
    return tuple(
        Ending(before, lost, partial(_has_seen, number, brought, seen_by))
        for number, (_, before, lost) in enumerate(found)
    )


def _policy(name: str | None, contents: Mapping[str, PolicyThen]) -> Policy:
    """Return what a version says; a missing or unreadable one lets nobody act."""
    return (contents[name].policy if name else None) or Policy()


def _seen_by(steps: Sequence[Step], commits: Iterable[str]) -> Mapping[str, int]:
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
