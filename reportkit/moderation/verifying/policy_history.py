"""Every change of the policy: by whom, when, whether a record tells of it, and what it made easier, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportkit.errors import Damaged, Newer
from reportkit.moderation.codec import parse
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.policy import POLICY, Policy
from reportkit.moderation.verifying.file_history import PolicyStep
from reportkit.moderation.verifying.observation import Level, Observation
from reportkit.moderation.weakenings import weakenings


class PolicyThen(Struct, frozen=True):
    """One content that policy.yaml had: the SHA-256 of its bytes, and what it says; None where it cannot be read."""

    digest: str
    policy: Policy | None


def examine_policies(
    changes: Iterable[PolicyStep], contents: Mapping[str, PolicyThen], recorded: Mapping[str, Iterable[bytes]]
) -> Iterator[Observation]:
    """Yield what there is to say of the policy's changes.

    `contents` are by id, `recorded` the records by their commit.
    """
    for change in changes:
        before = contents[change.before] if change.before else None
        after = contents[change.after] if change.after else None
        if after is None:
            yield _finding(change, "incomplete", "policy-removed", "was taken away")
        elif after.policy is None:
            yield _finding(change, "incomplete", "policy-unreadable", "was changed into something that cannot be read")
        if before is None or after is None:
            continue
        if not _is_recorded(before, after, recorded.get(change.step.commit, ())):
            yield _finding(change, "incomplete", "policy-unrecorded", "was changed, and no record says why")
        for weaker in weakenings(before.policy, after.policy) if before.policy and after.policy else ():
            yield _finding(change, "note", "policy-weakened", f"was made easier: {weaker}")


def _is_recorded(before: PolicyThen, after: PolicyThen, records: Iterable[bytes]) -> bool:
    for data in records:
        try:
            details = parse(data).details
        except (Damaged, Newer):
            continue
        if isinstance(details, PolicyChanged) and (details.before, details.after) == (before.digest, after.digest):
            return True
    return False


def _finding(change: PolicyStep, level: Level, kind: str, what: str) -> Observation:
    step = change.step
    return Observation(level=level, kind=kind, where=POLICY, what=f"{what} ({step})", commit=step.commit)
