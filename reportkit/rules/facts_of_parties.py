"""Fact sheets of the programme, of what is bought in and of the text [17–19, 95, 112, fn p9, stories 000, 002, 003]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportkit.guidance.rounds import MONEY, ROUNDS, TABLE_7
from reportkit.guidance.topics import TOPICS
from reportkit.inspection.driver import Driver
from reportkit.inspection.months import months_after
from reportkit.inspection.services import SupportService
from reportkit.rules.facts_of_evidence import listing
from reportkit.rules.index import Index
from reportkit.rules.preconditions import earliest_day
from reportkit.rules.rule import FactSheet, fact_sheet

_LIKELIEST = re.compile(r"legal|financ|exchequer|account|audit", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:council|authority|borough)\b", re.IGNORECASE)


@fact_sheet(
    "A05",
    remedy="Nothing; write `round` in inspection.yaml, and `allocation` in casework.yaml.",
    example="Round 2: 13 authorities, with money for 2003/04, 2004/05",
)
def rounds_and_their_years(index: Index) -> Iterator[str]:
    """A round is known by the years for which its money was set aside; the guidance gives those of the first two."""
    for each in ROUNDS.values():
        authorities = f"{each.authorities} authorities" if each.authorities else "authorities not given"
        years = f"money for {', '.join(each.years)}" if each.years else "years not given"
        yield f"Round {each.number}: {authorities}, {years}"
    yield f"This inspection: {_round(index.particulars.round)}"
    on_file = index.casework.allocation
    fitting = next((each.number for each in ROUNDS.values() if on_file and each.years == on_file.years), None)
    yield f"Allocation on file: {', '.join(on_file.years)}, as in {_round(fitting)}" if on_file else "Allocation: none"


@fact_sheet("A07", remedy="Nothing to do.", example="Made available in 2003/04: £300 million")
def money_of_the_programme(_: Index) -> Iterator[str]:
    """What the Government announced for the programme, for a report that speaks of it."""
    return (f"{what}: {amount}" for what, amount in MONEY)


@fact_sheet(
    "A15",
    remedy="Nothing; `reportkit timetable` shows the same steps among all other dates.",
    example="The ALMO is inspected: 2003-10 by Table 7, 2003-11 in fact, 1 month later",
)
def slippage_against_table_7(index: Index) -> Iterator[str]:
    """Table 7 shows what an ALMO of November 2003 does when; laid from another's day, it shows how far that slips."""
    live = index.almo.went_live if index.almo else None
    if live is None:
        yield "When the ALMO took over is not given, so Table 7 cannot be laid"
        return
    happened = _happened(index)
    for number, step in enumerate(TABLE_7):
        model, real = months_after(live, step.months), happened.get(number)
        yield f"{step.action}: {model:%Y-%m} by Table 7{_beside(model, real) if real else ''}"


def _happened(index: Index) -> dict[int, dt.date | None]:
    """The days of those steps of Table 7 that leave one, by the step's place in it."""
    particulars, reached = index.particulars, index.milestones
    return {
        0: particulars.programme.interest,
        2: particulars.programme.bid,
        5: index.almo.section_27 if index.almo else None,
        7: particulars.dates.on_site_from,
        8: reached.letters,
        9: reached.published or particulars.dates.report,
    }


def _beside(model: dt.date, real: dt.date) -> str:
    months = (real.year - model.year) * 12 + real.month - model.month
    slip = f"{abs(months)} month{'' if abs(months) == 1 else 's'} {'later' if months > 0 else 'earlier'}"
    return f", {real:%Y-%m} in fact, {slip if months else 'as it should be'}"


@fact_sheet(
    "B02",
    remedy="Nothing; write `went-live` under `almo`.",
    example="The ALMO took over on 2003-04-01; the earliest day for its inspection is 2003-10-01",
)
def earliest_day_of_an_inspection(index: Index) -> Iterator[str]:
    """Six calendar months from the day it takes over: an ALMO of November 2003 may be inspected from May 2004."""
    live, earliest = index.almo.went_live if index.almo else None, earliest_day(index)
    if live is None:
        yield "When the ALMO took over is not given"
    else:
        yield f"The ALMO took over on {live}; the earliest day for its inspection is {earliest}"


@fact_sheet(
    "B11",
    remedy="Offer the board a presentation in these months.",
    example="Between 2003-04-01, when the ALMO took over, and 2003-11-03, on site",
)
def when_to_offer_the_board_a_presentation(index: Index) -> Iterator[str]:
    """Inspection is new to most boards. Inspectors gladly tell one beforehand what it is and how governance is seen."""
    live, began = index.almo.went_live if index.almo else None, index.particulars.dates.on_site_from
    yield f"Between {live or 'a day not given'}, when the ALMO took over, and {began or 'a day not given'}, on site"


@fact_sheet("O04", remedy="Nothing; the report says so where it begins.", example="“Tenants” means leaseholders too")
def whom_tenants_means(_: Index) -> Iterator[str]:
    """The guidance, and the report as it is shipped, mean leaseholders and other users as well, unless they say so."""
    yield "“Tenants” means tenants, leaseholders, other users and others with a stake, unless a text says otherwise"


@fact_sheet(
    "O05",
    remedy="Nothing; write `positive-practice: true` in a finding that others could learn from.",
    example="Positive practice: 2 (panels-change-services, safer-together)",
)
def practice_to_share(index: Index) -> Iterator[str]:
    """Authorities learn what good looks like from published reports, so what is worth sharing is marked."""
    marked = (each.id for each in index.inspection.findings if each.positive_practice)
    yield listing("Positive practice", marked, "none marked")


@fact_sheet(
    "S00d",
    remedy="Nothing; the two stand side by side for whoever judges.",
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


def _round(number: int | None) -> str:
    return f"round {number}" if number else "no round given"


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


FACTS_OF_PARTIES: tuple[FactSheet, ...] = (
    rounds_and_their_years,
    money_of_the_programme,
    slippage_against_table_7,
    earliest_day_of_an_inspection,
    when_to_offer_the_board_a_presentation,
)
FACTS_OF_TEXT: tuple[FactSheet, ...] = (
    whom_tenants_means,
    practice_to_share,
    pace_of_improvement,
    register_of_agreements,
    what_the_council_says_to_it,
    likeliest_to_change_hands,
    policy_action_team_5,
)
