"""Drivers of improvement and barriers to it [Appendix 2]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.rules.entry import Rule, rule
from reportkit.rules.ledger import Ledger
from reportkit.rules.remark import Remark, missing, spot, wrong

FILE: Final = "drivers-and-barriers.yaml"


@rule(
    "H07",
    remedy="Add the most important ones to drivers-and-barriers.yaml.",
    example="drivers: [{id: new-board, title: A board that asks hard questions, reach: corporate}]",
)
def no_drivers_or_barriers(ledger: Ledger) -> Iterator[Remark]:
    """An inspection ends with what will help improvement most, and what stands in its way."""
    if not (ledger.inspection.drivers or ledger.inspection.barriers):
        yield missing(ledger.file(FILE), "No driver or barrier is listed", f"Add the most important ones to {FILE}.")


@rule(
    "H08",
    remedy="Write `reach: service-specific` with the `area`, or `reach: corporate`.",
    example="- {id: old-it, title: The repairs system is old, reach: service-specific, area: stock-investment}",
)
def reach_not_said(ledger: Ledger) -> Iterator[Remark]:
    """Whether one service or the whole body is meant shows best where a problem lies."""
    for each in (*ledger.inspection.drivers, *ledger.inspection.barriers):
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
def drivers_and_barriers_differ_from_the_rating(ledger: Ledger) -> Iterator[Remark]:
    """Readers expect poor or uncertain prospects to have barriers, and excellent ones to have drivers: our reading.

    Where neither is listed, H07 says so.
    """
    rating = ledger.prospects_rating
    drivers, barriers = ledger.inspection.drivers, ledger.inspection.barriers
    if rating in {"poor", "uncertain"} and drivers and not barriers:
        yield _differs(ledger, f"The prospects are rated {rating}, and no barrier is listed")
    if rating == "excellent" and barriers and not drivers:
        yield _differs(ledger, "The prospects are rated excellent, and no driver is listed")


def _differs(ledger: Ledger, message: str) -> Remark:
    where = spot(ledger.particulars.origin, "judgements.prospects.rating")
    return wrong(where, message, f"Add it to {FILE}, look at the rating again, or answer H17 in answers.yaml.")


DRIVERS: tuple[Rule, ...] = (no_drivers_or_barriers, reach_not_said, drivers_and_barriers_differ_from_the_rating)
