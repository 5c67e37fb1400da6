"""What is known of a report's gaps, apart from how they are found."""

from __future__ import annotations

from msgspec import Struct

from reportkit.inspection.problem import Problem


class ReportGaps(Struct, frozen=True):
    """The gaps of a report, and what it may not say; `withheld` are ids of what the public does not read."""

    problems: tuple[Problem, ...] = ()
    withheld: frozenset[str] = frozenset()
