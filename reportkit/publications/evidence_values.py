"""Evidence, recommendations, drivers and services as the report's template sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from reportkit.guidance.areas import THEMES
from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.guidance.reality_checks import REALITY_CHECKS
from reportkit.inspection.driver import Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.value_words import BODIES
from reportkit.publications.answered import answered_fields, answered_outcome
from reportkit.publications.phrases import day
from reportkit.publications.struct_fields import plain
from reportkit.rules.figure_words import pounds

_OUTCOMES: Final[Mapping[str, str]] = {
    "put-right": "put right",
    "in-part": "put right in part",
    "not-put-right": "not put right",
    "no-longer-applies": "no longer applies",
}


def evidence_values(inspection: Inspection) -> dict[str, object]:
    """Return the names `reality_checks`, `documents`, `recommendations`, `drivers`, `barriers` and the rest."""
    used = {evidence.kind for evidence in inspection.evidence}
    return {
        "reality_checks": {
            "done": tuple(_check(evidence) for kind in REALITY_CHECKS for evidence in _of_kind(inspection, kind)),
            "unused": tuple(check.title for check in REALITY_CHECKS.values() if check.id not in used),
        },
        "documents": tuple(_document(evidence) for evidence in _of_kind(inspection, "document")),
        "recommendations": recommendations_in_order(inspection),
        "drivers": _influences(inspection.drivers),
        "barriers": _influences(inspection.barriers),
        "positive_practice": tuple(
            {"id": finding.id, "title": finding.title} for finding in inspection.findings if finding.positive_practice
        ),
        "support_services": tuple(_bought(service, _homes(inspection)) for service in inspection.support_services),
        "earlier": tuple(_earlier(each, inspection) for each in inspection.earlier),
        "best_value_reviews": tuple(_review(review) for review in inspection.best_value_reviews),
    }


def recommendations_in_order(inspection: Inspection) -> tuple[dict[str, object], ...]:
    """Return the recommendations by `order`, then id, numbered from 1."""
    ordered = sorted(inspection.recommendations, key=lambda r: (r.order is None, r.order or 0, r.id))
    return tuple(
        _recommendation(number, recommendation) | answered_fields(inspection, recommendation)
        for number, recommendation in enumerate(ordered, 1)
    )


def _of_kind(inspection: Inspection, kind: str) -> list[Evidence]:
    return [evidence for evidence in inspection.evidence if evidence.kind == kind]


def _check(evidence: Evidence) -> dict[str, object]:
    return {
        "kind": REALITY_CHECKS[evidence.kind].title,
        "title": evidence.title,
        "date": day(evidence.date),
        "sample": "" if evidence.sample is None else f"{evidence.sample:,}",
    }


def _document(evidence: Evidence) -> dict[str, object]:
    source = CONTEXT_SOURCES.get(evidence.source or "")
    return {"title": evidence.title, "source": source.title if source else "Other document", "date": day(evidence.date)}


def _recommendation(number: int, recommendation: Recommendation) -> dict[str, object]:
    return plain(recommendation) | {
        "number": number,
        "to": BODIES.get(recommendation.to or ""),
        "by": day(recommendation.by),
    }


def _influences(drivers: Sequence[Driver]) -> dict[str, object]:
    reaches = ("service-specific", "corporate", None)
    groups = tuple(
        {"reach": reach or "", "ids": tuple(driver.id for driver in drivers if driver.reach == reach)}
        for reach in reaches
        if any(driver.reach == reach for driver in drivers)
    )
    return {"all": tuple(driver.id for driver in drivers), "groups": groups}


def _homes(inspection: Inspection) -> int | None:
    almo = inspection.particulars.almo
    return (almo.homes if almo else None) or inspection.particulars.authority.homes


def _bought(service: SupportService, homes: int | None) -> dict[str, object]:
    return plain(service) | {
        "price": _price(service.price, homes),
        "term": _term(service),
        "value_for_money": service.value_for_money or "",
    }


def _price(price: Decimal | None, homes: int | None) -> str | None:
    """Return a year's price, and what that is for each home: £48,000 a year, £2.28 a home."""
    if price is None:
        return None
    a_home = f", {pounds((price / homes).quantize(Decimal('0.01')))} a home" if homes else ""
    return f"{pounds(price)} a year{a_home}"


def _term(service: SupportService) -> str:
    """Until when it runs, and its reviews; what is not known is left out, for it may not have happened."""
    parts = (("until", service.ends), ("reviewed", service.reviewed), ("next review", service.next_review))
    return "; ".join(f"{words} {day(date)}" for words, date in parts if date)


def _earlier(each: Earlier, inspection: Inspection) -> dict[str, object]:
    """Return what was traced. An outcome of None says that this point was not looked at yet."""
    return plain(each) | {
        "part": each.part.capitalize(),
        "title": each.title if each.title.endswith(".") else f"{each.title}.",
        "outcome": _OUTCOMES.get(each.outcome or "") or answered_outcome(inspection, each),
        "note": each.note or "",
    }


def _review(review: BestValueReview) -> dict[str, object]:
    by = f", by {BODIES[review.by]}" if review.by else ""
    return plain(review) | {
        "finished": None if review.completed is None else f"{day(review.completed)}{by}",
        "inspected": day(review.inspected),
        "themes": ", ".join(THEMES[theme].title.lower() for theme in review.themes) or None,
        "progress": review.progress or "",
    }
