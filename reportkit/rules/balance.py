"""How many strengths and weaknesses there are, and of what weight: figures beside a rating, never its source [26]."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from reportkit.inspection.finding import Finding, FindingKind, Weight

_WEIGHT: Final = {"high": 3, "medium": 2, "low": 1}


class Count(Struct, frozen=True):
    """The number of findings of one kind, by weight."""

    high: int = 0
    medium: int = 0
    low: int = 0

    @property
    def all(self) -> int:
        """Return how many there are."""
        return self.high + self.medium + self.low

    @property
    def weight(self) -> int:
        """Return what they weigh together: three, two or one each."""
        return self.high * _WEIGHT["high"] + self.medium * _WEIGHT["medium"] + self.low * _WEIGHT["low"]


class Balance(Struct, frozen=True):
    """Strengths and weaknesses side by side."""

    strengths: Count = Count()
    weaknesses: Count = Count()

    @property
    def share(self) -> int | None:
        """The share of strengths in all weight, in whole per cent; None where there is no finding."""
        weight = self.strengths.weight + self.weaknesses.weight
        return round(100 * self.strengths.weight / weight) if weight else None


def balance_of(findings: Iterable[Finding]) -> Balance:
    """Count findings."""
    counted = Counter((each.kind, each.weight) for each in findings)
    return Balance(_count(counted, "strength"), _count(counted, "weakness"))


def _count(counted: Counter[tuple[FindingKind, Weight]], kind: FindingKind) -> Count:
    return Count(counted[kind, "high"], counted[kind, "medium"], counted[kind, "low"])
