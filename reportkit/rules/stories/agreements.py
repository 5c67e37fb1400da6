"""Fact sheets of what is bought in, of the pace of improvement and of national priorities [stories 000, 002, 003]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportkit.guidance.topics import TOPICS
from reportkit.inspection.driver import Driver
from reportkit.inspection.services import SupportService
from reportkit.rules.evidence.evidence_facts import listing
from reportkit.rules.index import Index
from reportkit.rules.rule import FactSheet, fact_sheet

_LIKELIEST = re.compile(r"legal|financ|exchequer|account|audit", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:council|authority|borough)\b", re.IGNORECASE)


@fact_sheet(
    "S00d",
    remedy="Nothing; the two are side by side for the people who judge.",
    example="Prospects rated promising; weaknesses on what has improved: 1 (little-learnt)",
)
def pace_of_improvement(index: Index) -> Iterator[str]:
    """Who will not get better quickly should look for help, said the chief inspector: pace and prospects are one."""
    slow = (each.id for each in index.findings_on.get("P1", ()) if each.kind == "weakness")
    rated = index.prospects_rating or "not yet"
    yield listing(f"Prospects rated {rated}; weaknesses on what has improved", slow, "none")


@fact_sheet(
    "S02a",
    remedy="Nothing; the agreements stand in support-services.yaml.",
    example="Payroll from the council: £286,000 a year, £13.53 a home; ends 2004-03-31; reviewed 2003-09-19",
)
def register_of_agreements(index: Index) -> Iterator[str]:
    """What the ALMO buys in, what it costs for each home, until when, and when it was and will be looked at.

    The first ALMO of which this was told paid its council £1.7 million a year for 27,000 homes: £63 for each.
    """
    homes = (index.almo.homes if index.almo else None) or index.particulars.authority.homes
    for each in index.inspection.support_services:
        yield _agreement(each, homes)
    prices = [each.price for each in index.inspection.support_services if each.price is not None]
    yield f"Together: {_price(sum(prices, Decimal(0)), homes) if prices else 'not given'}"


@fact_sheet(
    "S02c",
    remedy="Nothing; list what the council does about it in drivers-and-barriers.yaml.",
    example="Corporate drivers and barriers that speak of the council: 1 (old-computers)",
)
def what_the_council_says_to_it(index: Index) -> Iterator[str]:
    """Whether a council takes it well that its ALMO may buy elsewhere helps improvement, or stands in its way."""
    everything: tuple[Driver, ...] = (*index.inspection.drivers, *index.inspection.barriers)
    corporate = (each for each in everything if each.reach == "corporate")
    spoken = (each.id for each in corporate if _COUNCIL.search(f"{each.title} {each.text}"))
    yield listing("Corporate drivers and barriers that speak of the council", spoken, "none")


@fact_sheet(
    "S02e",
    remedy="Nothing; look at these agreements first.",
    example="Legal advice and court work: ends 2004-03-31; next review 2004-01-31",
)
def likeliest_to_change_hands(index: Index) -> Iterator[str]:
    """Legal and financial services can be had from many, so their agreements are the likeliest to go elsewhere.

    What counts in the end is best value for both partners and for users.
    """
    homes = (index.almo.homes if index.almo else None) or index.particulars.authority.homes
    likely = [each for each in index.inspection.support_services if _LIKELIEST.search(each.service)]
    yield from (_agreement(each, homes) for each in likely)
    if not likely:
        yield "No agreement for legal or financial services is listed"


@fact_sheet(
    "S03c",
    remedy="Nothing; cover `priority-pat-5` in a finding or in evidence.",
    example="Plans to do locally what Policy Action Team 5 recommended: 1 (other-plans)",
)
def policy_action_team_5(index: Index) -> Iterator[str]:
    """The report on housing management on the spot is among the national priorities [51]."""
    priority = TOPICS["priority-pat-5"]
    yield listing(priority.title, index.claimants(priority.id), "nothing yet")


def _agreement(each: SupportService, homes: int | None) -> str:
    told = [
        _price(each.price, homes) if each.price is not None else "price not given",
        f"ends {each.ends}" if each.ends else "end not given",
        *([f"reviewed {each.reviewed}"] if each.reviewed else []),
        f"next review {each.next_review}" if each.next_review else "next review not given",
        *([] if each.value_for_money else ["value for money not said"]),
    ]
    return f"{each.service}{f' from {each.provider}' if each.provider else ''}: {'; '.join(told)}"


def _price(price: Decimal, homes: int | None) -> str:
    a_home = (price / homes).quantize(Decimal("0.01"), ROUND_HALF_UP) if homes else None
    return f"£{price:,} a year{f', £{a_home} a home' if a_home is not None else ''}"


FACTS_OF_STORIES: tuple[FactSheet, ...] = (
    pace_of_improvement,
    register_of_agreements,
    what_the_council_says_to_it,
    likeliest_to_change_hands,
    policy_action_team_5,
)
