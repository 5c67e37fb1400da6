"""Drivers of improvement and barriers to it [Appendix 2]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.guidance.topic_lists import EFFECTIVE
from reportkit.rules.evidence.evidence_facts import listing
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule

FILE: Final = "drivers-and-barriers.yaml"


@rule(
    "H07",
    remedy="Add the most important ones to drivers-and-barriers.yaml.",
    example="drivers: [{id: new-board, title: A board that asks hard questions, reach: corporate}]",
)
def no_drivers_or_barriers(index: Index) -> Iterator[Remark]:
    """An inspection ends with what will help improvement most, and what stands in its way."""
    if not (index.inspection.drivers or index.inspection.barriers):
        yield missing(index.file(FILE), "No driver or barrier is listed", f"Add the most important ones to {FILE}.")


@rule(
    "H08",
    remedy="Write `reach: service-specific` with the `area`, or `reach: corporate`.",
    example="- {id: old-it, title: The repairs system is old, reach: service-specific, area: stock-investment}",
)
def reach_not_said(index: Index) -> Iterator[Remark]:
    """Whether one service or the whole body is meant shows best where a problem lies."""
    for each in (*index.inspection.drivers, *index.inspection.barriers):
        answer = f"or answer H08 in answers.yaml, about {each.id}."
        if each.reach is None:
            message = f"{each.id} does not say whether it concerns one service or the whole body"
            remedy = f"Write `reach: service-specific` or `reach: corporate`, {answer}"
            yield missing(each.origin.at("reach"), message, remedy, each.id)
        elif each.reach == "service-specific" and each.area is None:
            message = f"{each.id} concerns one service and does not say which"
            yield missing(each.origin.at("reach"), message, f"Write its `area`, {answer}", each.id)


@rule(
    "H17",
    remedy="Look at the rating and the list again, or say in answers.yaml why both stand.",
    example="Prospects rated uncertain with no barrier are asked about.",
)
def drivers_and_barriers_differ_from_the_rating(index: Index) -> Iterator[Remark]:
    """Readers expect poor or uncertain prospects to have barriers, and excellent ones to have drivers: our reading.

    Where neither is listed, H07 says so.
    """
    rating = index.prospects_rating
    drivers, barriers = index.inspection.drivers, index.inspection.barriers
    if rating in {"poor", "uncertain"} and drivers and not barriers:
        yield _differs(index, f"The prospects are rated {rating}, and no barrier is listed")
    if rating == "excellent" and barriers and not drivers:
        yield _differs(index, "The prospects are rated excellent, and no driver is listed")


def _differs(index: Index, message: str) -> Remark:
    where = spot(index.particulars.origin, "judgements.prospects.rating")
    return wrong(where, message, f"Add it to {FILE}, look at the rating again, or answer H17 in answers.yaml.")


DRIVERS: tuple[Rule, ...] = (no_drivers_or_barriers, reach_not_said, drivers_and_barriers_differ_from_the_rating)


@fact_sheet(
    "H22",
    remedy="Nothing; they are prompts for the judgement on the prospects.",
    example="Priorities that are clear and do not waver: nothing yet",
)
def marks_of_an_effective_body(index: Index) -> Iterator[str]:
    """Effective bodies are committed to improving, keep to clear priorities, and manage performance at their core."""
    for topic in EFFECTIVE:
        yield listing(topic.title, index.claimants(topic.id), "nothing yet")


FACTS_OF_PROSPECTS: tuple[FactSheet, ...] = (marks_of_an_effective_body,)
