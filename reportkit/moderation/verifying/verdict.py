"""The whole record judged: every finding about it, in the order in which a reader wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportkit.moderation.case import Case, FindPolicy
from reportkit.moderation.endings import PolicyChange, endings_among
from reportkit.moderation.policy import Policy
from reportkit.moderation.sign_offs import Subjects
from reportkit.moderation.verifying.file_history import VersionStep
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.record_evidence import Exhibit
from reportkit.moderation.verifying.record_observations import examine


def of_the_history(steps: Iterable[VersionStep]) -> Iterator[Observation]:
    """Yield what this copy cannot show because it does not hold all versions."""
    cut = [step for step in steps if step.cut]
    if cut:
        yield Observation(
            level="cannot tell",
            kind="shallow",
            where="history",
            what=f"this copy holds no versions from before {cut[0].commit[:7]}, so it cannot show who brought what "
            "was there by then, nor whether something was taken away (git fetch --unshallow brings them)",
            commit=cut[0].commit,
        )


def of_the_records(
    exhibits: Mapping[str, tuple[Exhibit, ...]],
    repository: str,
    policy: Policy | None,
    subjects: Mapping[str, Subjects],
    changes: tuple[PolicyChange, ...],
    policy_of: FindPolicy,
) -> Iterator[Observation]:
    """Yield what there is to say of each inspection's records."""
    endings = endings_among(changes)
    for inspection, some in exhibits.items():
        case = Case(
            repository=repository,
            inspection=inspection,
            endings=lambda: endings,
            changes=lambda: changes,
            policy_of=policy_of,
        )
        yield from examine(some, case, policy, subjects.get(inspection))
