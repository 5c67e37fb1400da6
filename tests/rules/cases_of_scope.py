"""Cases of chapter C: lighter inspections, and what allows them."""

from __future__ import annotations

from msgspec import structs

from reportkit.guidance.areas import AREAS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.previous_inspection import Predecessor
from tests.rules.builders import Breach, Kept, but, good, with_particulars

WELL = Predecessor(
    name="the indicative inspection",
    kind="indicative",
    date="2002-09",
    service="good",
    prospects="promising",
    services=tuple(AREAS),
)


def lighter(*before: Predecessor, **scope: str) -> Inspection:
    """Return an ALMO inspection whose rent is inspected more lightly, after these."""
    services = (ScopedService(id="estate-management"), ScopedService(id="rent", depth="lighter"))
    return but(with_particulars(scope=services), predecessors=before)


def after(**changes: object) -> Inspection:
    return lighter(structs.replace(WELL, **changes))


RENT = ("rent",)

BREACHES = (
    Breach("C06", "a service that was rated fair", after(service="fair"), "wrong", RENT),
    Breach("C06", "a service that was not covered", after(services=("stock-investment",)), "wrong", RENT),
    Breach("C06", "a poor result, of whatever", after(service="poor", services=None), "wrong", RENT),
    Breach("C07", "no earlier inspection", lighter(), "not there yet", RENT),
    Breach("C07", "one of which no one says what it covered", after(services=None), "not there yet", RENT),
    Breach("C07", "one of which no one says the rating", after(service=None), "not there yet", RENT),
    Breach("C07", "one of which no one says the kind", after(kind=None), "not there yet", RENT),
    Breach("C07", "the whole service, and no prospects said", after(prospects=None), "not there yet", RENT),
    Breach("C07", "the whole service with uncertain prospects", after(prospects="uncertain"), "wrong", RENT),
    Breach("C07", "a Best Value inspection", after(kind="best-value"), "wrong", RENT),
    Breach("C07", "one that came after the transfer", after(date="2003-06"), "wrong", RENT),
)

KEPT = (
    Kept("C06", "every service in full", good()),
    Kept("C06", "the whole service rated good", after()),
    Kept("C06", "no earlier inspection, which C07 speaks of", lighter()),
    Kept("C07", "every service in full", good()),
    Kept("C07", "the whole service rated good", after()),
    Kept("C07", "the whole service rated excellent", after(service="excellent", prospects="excellent")),
    Kept("C07", "a part rated good, whatever its prospects", after(services=("rent",), prospects="uncertain")),
    Kept("C07", "a part rated fair, which C06 speaks of", after(services=("rent",), service="fair")),
    Kept("C07", "a date in words, which proves nothing", after(date="summer 2003")),
)
