"""Fact sheets that need the other inspections of the repository [stories 000 and 001]."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from reportkit.guidance.areas import AREAS
from reportkit.guidance.indicators import normal_code
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.rules.balance import Balance, balance_of
from reportkit.rules.index import Index
from reportkit.rules.rule import FactSheet, fact_sheet

FEWEST: Final = 4
"""With fewer figures than this there is no worst quarter to speak of."""

_MOST: Final = 3
_STARS: Final = frozenset(("good", "excellent"))


@fact_sheet(
    "S00a",
    remedy="Nothing; look at their reports before you advise a body to buy help in.",
    example="Rent collection, arrears and debt advice: Harrowmere Homes",
)
def who_does_well(index: Index) -> Iterator[str]:
    """Who struggles in a service could pay someone who does it well.

    For each service in which weaknesses outweigh strengths: the inspections here of good or excellent services in
    which it is the other way round, the best three. Which of them may trade, and would, people find out.
    """
    weak = [area for area in AREAS.values() if _is_weak(_in_area(index.inspection, area.id))]
    if not weak:
        yield "In no service do weaknesses outweigh strengths"
    for area in weak:
        strong = sorted(_strong_in(index, area.id), reverse=True)
        yield f"{area.title}: {', '.join(name for _, name in strong[:_MOST]) or 'no one in this repository'}"


@fact_sheet(
    "S01a",
    remedy="Nothing; it is of this repository's inspections alone.",
    example="BVPI 68: in the worst quarter of 8 inspections here",
)
def in_the_worst_quarter(index: Index) -> Iterator[str]:
    """Compelling the worst quarter of landlords to compete was once an option.

    Table 6 has no lower quartile, so nothing but the inspections in this repository can tell who would be meant.
    """
    worst = tuple(_worst(index))
    yield from worst or (f"None, or fewer than {FEWEST} inspections here have the figure",)


def _worst(index: Index) -> Iterator[str]:
    for indicator in index.inspection.indicators:
        value, code = indicator.value, normal_code(indicator.code)
        if isinstance(value, Decimal) and indicator.direction != "neither":
            figures = sorted((value, *_figures_of(index, code)), reverse=indicator.direction == "lower")
            if len(figures) >= FEWEST and figures.index(value) < len(figures) // FEWEST:
                yield f"{indicator.code}: in the worst quarter of {len(figures)} inspections here"


def _strong_in(index: Index, area: str) -> Iterator[tuple[int, str]]:
    for other in index.others:
        balance = _in_area(other, area)
        rating = other.particulars.judgements.service.rating
        if rating in _STARS and balance.share is not None and not _is_weak(balance):
            almo = other.particulars.almo
            yield balance.share, almo.name if almo else other.particulars.authority.name


def _in_area(inspection: Inspection, area: str) -> Balance:
    return balance_of(each for each in inspection.findings if each.area == area)


def _is_weak(balance: Balance) -> bool:
    return balance.weaknesses.weight > balance.strengths.weight


def _figures_of(index: Index, code: str) -> Iterator[Decimal]:
    of_others: Iterator[Indicator] = chain.from_iterable(other.indicators for other in index.others)
    return (each.value for each in of_others if normal_code(each.code) == code and isinstance(each.value, Decimal))


FACTS_BESIDE_OTHERS: tuple[FactSheet, ...] = (who_does_well, in_the_worst_quarter)
