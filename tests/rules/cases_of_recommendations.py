"""Cases of O07, O08 and the news stories: recommendations, competition, grave failure and agreements."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.inspection.particulars import PreviousInspection, ScopedService
from tests.rules.builders import (
    Breach,
    Kept,
    but,
    good,
    plus,
    rated,
    recommendation,
    service,
    weakness,
    with_particulars,
    without_claims,
)

WHOLE = structs.replace(
    recommendation("voids-are-slow"),
    text="Let homes sooner.",
    to="almo",
    owner="Head of Lettings",
    by=dt.date(2004, 12, 31),
    cost="£3,000",
    pays="The lettings service",
    gains="New tenants",
)
MAY_TRADE = "Consider it: the seller's council is excellent, and its debt is small."


def advising(**changes: object):
    return plus(good(), recommendations=(structs.replace(WHOLE, **changes),))


def untold(inspection):
    return without_claims(inspection, "escalation")


def buying(**changes: object):
    return but(good(), support_services=(service(**changes),))


UNSAFE = weakness("gas", weight="high", covers=("gas-servicing",))
FAIR_AGAIN = rated(service="fair")
WAS_FAIR = PreviousInspection(title="Repairs", kind="almo", date="2003-01", service="fair")
COMPETITION = ("3.2-estates-3", "3.2-rent-3", "3.2-stock-6")
IN_MARCH = dt.date(2004, 3, 31)

BREACHES = (
    Breach("O07", "no owner", advising(owner=None), "not there yet", ("clear-voids",)),
    Breach(
        "O07",
        "nothing but a title",
        plus(good(), recommendations=(recommendation(),)),
        "not there yet",
        ("clear-voids",),
    ),
    Breach("O08", "no one to act", advising(to=None), "not there yet", ("clear-voids",)),
    Breach(
        "O08",
        "the council's task for the ALMO",
        advising(text="Revise the housing strategy."),
        "wrong",
        ("clear-voids",),
    ),
    Breach(
        "S00b",
        "help that must be bought",
        advising(text=f"You must buy. {MAY_TRADE}", buy_in="take-over"),
        "wrong",
        ("clear-voids",),
    ),
    Breach("S00e", "a seller without particulars", advising(buy_in="take-over"), "not there yet", ("clear-voids",)),
    Breach("S01b", "no competition", without_claims(good(), *COMPETITION), "not there yet", COMPETITION),
    Breach("S01c", "unsafe gas", untold(plus(good(), findings=(UNSAFE,))), "not there yet", ("escalation",)),
    Breach("S01c", "a poor service", untold(rated(service="poor")), "not there yet", ("escalation",)),
    Breach(
        "S01c",
        "a fair one for the second time",
        untold(but(FAIR_AGAIN, particulars=structs.replace(FAIR_AGAIN.particulars, previous=WAS_FAIR))),
        "not there yet",
        ("escalation",),
    ),
    Breach("S02b", "no review before the end", buying(reviewed=None, next_review=None), "not there yet"),
    Breach("S02b", "a review after the end", buying(reviewed=None, ends=IN_MARCH), "wrong"),
    Breach("S03a", "no cost", advising(cost=None), "not there yet", ("clear-voids",)),
    Breach(
        "S03b", "caretakers anywhere", advising(text="Put caretakers on the spot."), "not there yet", ("clear-voids",)
    ),
)

KEPT = (
    Kept("O07", "one that is whole", advising()),
    Kept("O07", "none", good()),
    Kept("O08", "the council's task for the council", advising(text="Revise the housing strategy.", to="authority")),
    Kept("O08", "the ALMO's task for the ALMO", advising()),
    Kept("S00b", "help that is suggested", advising(text=MAY_TRADE, buy_in="take-over")),
    Kept("S00b", "a duty of its own", advising(text="Every appliance must be serviced.")),
    Kept("S00e", "a seller that may trade", advising(text=MAY_TRADE, buy_in="management-time")),
    Kept("S00e", "no help to buy", advising()),
    Kept("S01b", "evidence on all three", good()),
    Kept(
        "S01b",
        "a service that was looked at more lightly",
        without_claims(with_particulars(scope=(ScopedService(id="rent", depth="lighter"),)), *COMPETITION),
    ),
    Kept("S01c", "a good service", untold(good())),
    Kept("S01c", "unsafe gas, of which someone was told", plus(good(), findings=(UNSAFE,))),
    Kept("S01c", "a fair service after a good one", untold(FAIR_AGAIN)),
    Kept("S02b", "a review before the end", buying(ends=IN_MARCH)),
    Kept("S02b", "no end", buying(ends=None, reviewed=None, next_review=None)),
    Kept("S03a", "cost, payer and who gains", advising()),
    Kept("S03b", "caretakers where they suit", advising(text="Try caretakers where they suit the place.")),
    Kept("S03b", "no caretakers", advising()),
)
