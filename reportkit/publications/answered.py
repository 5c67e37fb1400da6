"""What a report says in the place of something that may be missing: a warning was answered, so it is no gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.recommendation import Recommendation
from reportkit.rules.answers import is_answered


class Closing(Struct, frozen=True):
    """The rule whose answer closes a gap, and the words that the report has then."""

    rule: str
    words: str


OF_RECOMMENDATIONS: Final[Mapping[str, Closing]] = {
    "owner": Closing("O07", "not named"),
    "by": Closing("O07", "no date is set"),
    "findings": Closing("O07", "no single paragraph"),
    "to": Closing("O08", "not for one body alone"),
    "cost": Closing("S03a", "not known"),
    "pays": Closing("S03a", "who pays is not known"),
    "gains": Closing("S03a", "who gains is not known"),
}
"""By the field of a recommendation."""

OF_FINDINGS: Final[Mapping[str, str]] = {"effect": "E05"}
"""The rule whose answer closes a gap, by the field of a finding."""

OF_EARLIER: Final = Closing("L06", "not known")
"""For what has become of an earlier finding."""

OF_INDICATORS: Final = ("E11", "F08")
"""The rules that ask for indicators: the answer to one says why there are none."""


def findings_without_effect(inspection: Inspection) -> frozenset[str]:
    """Return the findings that need no effect, by their ids: E05 was answered for them."""
    return frozenset(
        each.id
        for each in inspection.findings
        if not each.effect and is_answered(inspection.answers, OF_FINDINGS["effect"], each.id)
    )


def answered_fields(inspection: Inspection, recommendation: Recommendation) -> dict[str, object]:
    """Return the fields that a recommendation may lack, with the words for each; `no_findings` stands for findings."""
    said = {
        name: closing.words
        for name, closing in OF_RECOMMENDATIONS.items()
        if not getattr(recommendation, name) and is_answered(inspection.answers, closing.rule, recommendation.id)
    }
    return {"no_findings": said.pop("findings", ""), **said}


def answered_outcome(inspection: Inspection, earlier: Earlier) -> str | None:
    """Return the words for what has become of an earlier finding where that may stay open, else None."""
    return OF_EARLIER.words if is_answered(inspection.answers, OF_EARLIER.rule, earlier.id) else None


def may_lack_indicators(inspection: Inspection) -> bool:
    """Return whether it was answered why the report has no performance indicators."""
    return any(is_answered(inspection.answers, rule) for rule in OF_INDICATORS)
