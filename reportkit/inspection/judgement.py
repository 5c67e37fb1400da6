"""The two judgements: how good is the service, and what are its prospects [27–31]."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

ServiceRating = Literal["poor", "fair", "good", "excellent"]
ProspectsRating = Literal["poor", "uncertain", "promising", "excellent"]

STARS: dict[str, int] = {"poor": 0, "fair": 1, "good": 2, "excellent": 3}

BELOW_GOOD: Final[frozenset[ServiceRating]] = frozenset(("poor", "fair"))
"""These bring no money, and call for a re-inspection [118]."""

QUALIFYING: Final[frozenset[ServiceRating]] = frozenset(("good", "excellent"))
"""From these an ALMO qualifies for additional funding [3, 22, 117]."""

WEAK_PROSPECTS: Final[frozenset[ProspectsRating]] = frozenset(("poor", "uncertain"))
"""What these mean is discussed with the ODPM [30]."""


class ServiceJudgement(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Judgement 1: one rating for all services together [104], and the reasons, a sentence each."""

    rating: ServiceRating | None = None
    reasons: tuple[str, ...] = ()

    @property
    def stars(self) -> int | None:
        """0 to 3, or None where nothing is judged yet."""
        return None if self.rating is None else STARS[self.rating]


class ProspectsJudgement(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Judgement 2: the prospects for improvement, and the reasons, a sentence each."""

    rating: ProspectsRating | None = None
    reasons: tuple[str, ...] = ()


class Judgements(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Both judgements, as inspection.yaml says them: the one place where the score stands."""

    service: ServiceJudgement = ServiceJudgement()
    prospects: ProspectsJudgement = ProspectsJudgement()
