"""The versions as the policy in force is found from them, and the records held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from reportkit.errors import Damaged, Newer
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import parse
from reportkit.moderation.policy import POLICY
from reportkit.moderation.policy_in_force import PolicyEvent, PolicyState, PolicyThen, is_strict
from reportkit.moderation.verifying.file_history import VersionStep
from reportkit.moderation.verifying.record_evidence import Exhibit


def policy_events(
    steps: Sequence[VersionStep], contents: Mapping[str, PolicyThen], exhibits: Iterable[Exhibit]
) -> Iterator[PolicyEvent]:
    """Yield each version as far as it concerns the policy; `exhibits` are the records that concern all inspections."""
    brought: dict[str, list[Entry]] = {}
    for exhibit in exhibits:
        brought.setdefault(exhibit.brought.step.commit, []).extend(_entries(exhibit))
    for step in steps:
        found = [{each.path: each for each in changes}.get(POLICY) for changes in step.changes]
        change = found[0]
        yield PolicyEvent(
            commit=step.commit,
            parents=step.parents,
            who=str(step),
            email=step.email,
            seconds=step.seconds,
            after=contents.get(change.after) if change and change.after else None,
            gone=change is not None and change.after is None,
            by_hand=all(found),
            records=tuple(brought.get(step.commit, ())),
        )


def _entries(exhibit: Exhibit) -> Iterator[Entry]:
    try:
        yield Entry(digest=exhibit.digest, record=parse(exhibit.data), evidence=exhibit.evidence)
    except (Damaged, Newer):  # said of the record itself
        return


def under_policy_in_force(exhibit: Exhibit, states: Mapping[str, PolicyState]) -> Exhibit:
    """Return a record as it came, held against the policy in force where that is not what was in the tree."""
    parents = exhibit.brought.step.parents
    in_force = states[parents[0]].in_force if parents else None
    if in_force is None or not is_strict(in_force.policy):
        return exhibit
    return replace(exhibit, policy=in_force.policy, policy_digest=in_force.digest)
