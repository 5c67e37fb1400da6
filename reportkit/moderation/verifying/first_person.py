"""The first person of a repository, who adds themselves: the policy before has no person to check them against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from reportkit.moderation.policy_in_force import PolicyThen
from reportkit.moderation.verifying.file_history import PolicyStep
from reportkit.moderation.verifying.record_evidence import Exhibit


def founded(
    exhibits: Iterable[Exhibit], changes: Iterable[PolicyStep], contents: Mapping[str, PolicyThen]
) -> Iterator[Exhibit]:
    """Yield the records that concern all inspections, with the one that brought the first people held against these.

    So it is when it is made. `contents` are those that policy.yaml had, by id.
    """
    firsts = {
        each.step.commit: contents[each.after].policy for each in changes if each.after and _empty(each, contents)
    }
    for exhibit in exhibits:
        first = firsts.get(exhibit.brought.step.commit)
        yield replace(exhibit, policy=first) if first else exhibit


def _empty(change: PolicyStep, contents: Mapping[str, PolicyThen]) -> bool:
    """Return whether the policy named no person before."""
    policy = contents[change.before].policy if change.before else None
    return policy is not None and not policy.people
