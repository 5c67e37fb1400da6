"""What a meeting or a decision says of each judgement: agreed, changed, or not clear yet [114, 117]."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.moderation.words import Text

Verdict = Literal["agreed", "changed", "further-information"]


class Outcome(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The outcome for one judgement.

    `agreed` names the rating in `to`. `changed` says from what, to what, and why. `further-information`
    names no rating: the moderators could not make a clear judgement yet; `why` says in what.
    """

    verdict: Verdict
    from_: str | None = field(name="from", default=None)
    to: str | None = None
    why: Text | None = None

    def __post_init__(self) -> None:
        given = (self.from_ is not None, self.to is not None)
        if given != _GIVEN[self.verdict] or (self.verdict != "agreed" and self.why is None):
            raise ValueError(_EXPECTED[self.verdict])
        if self.verdict == "changed" and self.from_ == self.to:
            raise ValueError("a changed judgement goes from one rating to another")

    @property
    def begins(self) -> str | None:
        """The rating before: the one that was agreed on, or that was changed."""
        return self.from_ if self.verdict == "changed" else self.to


_GIVEN = {"agreed": (False, True), "changed": (True, True), "further-information": (False, False)}
_EXPECTED = {
    "agreed": "an agreed judgement names its rating, and no other",
    "changed": "a changed judgement says from what, to what, and why",
    "further-information": "a judgement that is not clear yet says why, and names no rating",
}


class ServiceOutcome(Outcome, frozen=True, kw_only=True):
    """The outcome for judgement 1, how good the service is."""

    from_: ServiceRating | None = field(name="from", default=None)
    to: ServiceRating | None = None


class ProspectsOutcome(Outcome, frozen=True, kw_only=True):
    """The outcome for judgement 2, the prospects for improvement."""

    from_: ProspectsRating | None = field(name="from", default=None)
    to: ProspectsRating | None = None
