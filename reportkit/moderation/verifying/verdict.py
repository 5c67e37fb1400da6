"""The whole record judged: every finding about it, in the order in which a reader wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportkit.moderation.case import Case
from reportkit.moderation.endings import Ending
from reportkit.moderation.policy import Policy
from reportkit.moderation.signing import Subjects
from reportkit.moderation.verifying.exhibit import Exhibit
from reportkit.moderation.verifying.finding import Finding
from reportkit.moderation.verifying.judging import examine
from reportkit.moderation.verifying.trace import Step


def of_the_history(steps: Iterable[Step]) -> Iterator[Finding]:
    """What cannot be told because this copy does not hold all versions."""
    cut = [step for step in steps if step.cut]
    if cut:
        yield Finding(
            level="cannot tell",
            kind="shallow",
            where="history",
            what=f"this copy holds no versions from before {cut[0].commit[:7]}, so nobody can tell who brought what "
            "was there by then, nor whether something was taken away (git fetch --unshallow brings them)",
            commit=cut[0].commit,
        )


def of_the_records(
    exhibits: Mapping[str, tuple[Exhibit, ...]],
    repository: str,
    policy: Policy | None,
    subjects: Mapping[str, Subjects],
    endings: tuple[Ending, ...],
) -> Iterator[Finding]:
    """What there is to say of each inspection's records."""
    for inspection, some in exhibits.items():
        case = Case(repository=repository, inspection=inspection, endings=lambda: endings)
        yield from examine(some, case, policy, subjects.get(inspection))
