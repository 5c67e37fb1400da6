"""Re-inspection of a service below good [118], and what an earlier inspection asked for [80]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from reportkit.guidance.periods import BEFORE_REINSPECTION_MONTHS
from reportkit.inspection.judgement import BELOW_GOOD, WEAK_PROSPECTS
from reportkit.inspection.months import months_after
from reportkit.inspection.source_place import Place
from reportkit.rules.comments import published_on
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule

_AMPLE_MONTHS: Final = 9
"""Beyond, people ask why: our reading, for the guidance only says that longer may be necessary."""


def earliest(published: dt.date) -> dt.date:
    """Return the first day on which a re-inspection is realistic.

    That is six calendar months after the report came out [118].
    """
    return months_after(published, BEFORE_REINSPECTION_MONTHS)


@rule(
    "L01",
    remedy="Agree a day with the authority and record it with `reportkit reinspect`.",
    example="reportkit reinspect harrowmere-homes --on 2004-09-06",
)
def no_reinspection_agreed(index: Index) -> Iterator[Remark]:
    """Below good there is no money yet, so the inspectorate agrees with the authority when to come again."""
    if index.service_rating in BELOW_GOOD and index.milestones.reinspection is None:
        remedy = "Agree a day with the authority, and record it with `reportkit reinspect`."
        yield missing(_judged(index), f"The service is {index.service_rating}, and no re-inspection is agreed", remedy)


@rule(
    "L02",
    remedy="Agree a later day, or let a named person set the rule aside with a reason.",
    example="A report of 31 August 2003 allows a re-inspection from 29 February 2004.",
)
def reinspection_too_soon(index: Index) -> Iterator[Remark]:
    """Six months from the report, not from the letter: less is unrealistic, both for the ALMO and for the programme.

    The guidance calls it unrealistic, not forbidden: that a named person may set it aside is our reading.
    """
    agreed, published = index.milestones.reinspection, published_on(index)
    if agreed and published and agreed.on < earliest(published):
        message = f"The re-inspection of {agreed.on} is less than six months after the report of {published}"
        remedy = f"Agree a day from {earliest(published)} on, or set L02 aside with a reason."
        yield wrong(_judged(index), message, remedy)


@fact_sheet(
    "L03",
    remedy="Nothing; the date is worked out.",
    example="Report of 31 August 2003: a re-inspection from 29 February 2004",
)
def earliest_reinspection(index: Index) -> Iterator[str]:
    """Six calendar months after the report came out; the last day of February where there is no such day in it."""
    published, planned = published_on(index), index.casework.planned.publication
    if index.service_rating not in BELOW_GOOD:
        yield "No re-inspection is called for"
    elif published:
        yield f"Report of {published}: a re-inspection from {earliest(published)}"
    elif planned:
        yield f"Report planned for {planned}: a re-inspection from {earliest(planned)}, should that stand"
    else:
        yield "Six months after the report, which is not out yet"


@rule(
    "L04",
    remedy="Give the reason with `reportkit reinspect --reason`, or answer L04 in answers.yaml.",
    example="reason: The new contractor starts in January, and three months of its work are to be seen.",
)
def later_than_need_be(index: Index) -> Iterator[Remark]:
    """A longer time may be necessary, and an allocation cannot wait for ever: so it is said why.

    More than nine months after the report counts as longer: our reading.
    """
    agreed, published = index.milestones.reinspection, published_on(index)
    if agreed and published and not agreed.why and agreed.on > months_after(published, _AMPLE_MONTHS):
        message = f"The re-inspection of {agreed.on} is more than nine months after the report, and why is not said"
        remedy = "Give the reason with `reportkit reinspect --reason`, or answer L04 in answers.yaml."
        yield missing(_judged(index), message, remedy)


@fact_sheet(
    "L05",
    remedy="Nothing; the ODPM tells the ALMO itself.",
    example="On file: £12,500,000 for 2003/04, 2004/05 (ODPM letter of 12 March 2003)",
)
def what_becomes_of_the_allocation(index: Index) -> Iterator[str]:
    """The ODPM, not the inspectorate, tells what a re-inspection means for the money, and holds none for ever."""
    allocation = index.casework.allocation
    if allocation:
        yield f"On file: £{allocation.amount:,} for {', '.join(allocation.years)} ({allocation.source})"
    else:
        yield "No conditional allocation is on file"
    if index.service_rating in BELOW_GOOD:
        yield "The ODPM tells how the need for a re-inspection affects it; it is not held for ever"


@rule(
    "L06",
    remedy="Write in earlier.yaml what has become of each, or answer L06 in answers.yaml.",
    example="- {id: repairs-late, part: weakness, title: Repairs are late, outcome: put-right, findings: [on-time]}",
)
def earlier_points_not_traced(index: Index) -> Iterator[Remark]:
    """Inspectors read what was found before, and look at each weakness and recommendation again."""
    remedy = "Write its `outcome` in earlier.yaml, or answer L06 in answers.yaml."
    for each in index.inspection.earlier:
        if each.outcome is None:
            message = f"What has become of the earlier {each.part} “{each.title}” is not said"
            yield missing(each.origin.at("id"), message, remedy, each.id)
    if index.kind == "re-inspection" and not index.inspection.earlier:
        what = "No earlier weakness or recommendation is listed, and a re-inspection looks at each"
        yield missing(index.file("earlier.yaml"), what, "List them in earlier.yaml, or answer L06 in answers.yaml.")


@fact_sheet(
    "L07",
    remedy="Discuss it with the ODPM, and record that with `reportkit moderate odpm-discussion`; no letter waits.",
    example="Good, with uncertain prospects: no re-inspection; to be discussed with the ODPM",
)
def weak_prospects(index: Index) -> Iterator[str]:
    """Prospects never decide the money, nor call for a re-inspection; where weak, the ODPM hears what they mean."""
    rating, prospects = index.service_rating, index.prospects_rating
    if rating is None or prospects is None:
        yield "Nothing is judged yet"
    elif prospects not in WEAK_PROSPECTS:
        yield f"The prospects are {prospects}: there is nothing to discuss with the ODPM"
    else:
        held = index.milestones.odpm_discussion
        talk = f"discussed with the ODPM on {held}" if held else "to be discussed with the ODPM"
        again = "a re-inspection is to be agreed" if rating in BELOW_GOOD else "no re-inspection"
        yield f"{rating.capitalize()}, with {prospects} prospects: {again}; {talk}"


def _judged(index: Index) -> Place:
    return spot(index.particulars.origin, "judgements.service.rating")


REINSPECTION: tuple[Rule, ...] = (
    no_reinspection_agreed,
    reinspection_too_soon,
    later_than_need_be,
    earlier_points_not_traced,
)
FACTS_OF_REINSPECTION: tuple[FactSheet, ...] = (earliest_reinspection, what_becomes_of_the_allocation, weak_prospects)
