"""What must come before the inspection: time, agreement and papers [21, 33, 90, 94, 96, 112, 119]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from reportkit.guidance.rounds import MONTHS_TO_BED_DOWN
from reportkit.guidance.topic_lists import FOUNDING, SELF_ASSESSMENTS
from reportkit.inspection.months import months_after, span_after
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule
from reportkit.rules.topics_covered import unspoken

NEAR: Final = dt.timedelta(days=14)
"""How long before or after the time on site a board meeting is "slightly" so: our reading of [94]."""

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_END_OF_2003: Final = dt.date(2003, 12, 31)


@rule(
    "B01",
    remedy="Begin later, or have a named person set the rule aside with a reason.",
    example="An ALMO with went-live: 2003-11-03 is inspected from 3 May 2004 at the soonest.",
)
def inspected_too_soon(index: Index) -> Iterator[Remark]:
    """An ALMO needs at least six months to settle and to have a record of its own that can be inspected.

    The guidance calls six months a minimum, and says elsewhere “not generally” sooner. So this stops the inspection
    from being handed in, and a named person can set it aside: our reading.
    """
    origin, began, earliest = index.particulars.origin, index.particulars.dates.on_site_from, earliest_day(index)
    if index.almo is not None and earliest is None:
        yield missing(
            spot(origin, "almo.went-live"),
            "When the ALMO took over is not said, so six months cannot be counted from it",
            "Write the day in `went-live` under `almo`.",
        )
    if began is None:
        yield missing(
            spot(origin, "dates.on-site-from"),
            "When the inspection began on site is not said",
            "Write the day in `on-site-from` under `dates`.",
        )
    elif earliest is not None and began < earliest:
        yield wrong(
            spot(origin, "dates.on-site-from"),
            f"The inspection began on site on {began}, before the ALMO's first six months ended on {earliest}",
            "Put the dates right, or have a named person set B01 aside with a reason.",
        )


@rule(
    "B03",
    remedy="Write under `timing-agreed` in casework.yaml when it was agreed, by whom, and who agreed for each body.",
    example="timing-agreed: {date: 2003-07-14, by: R. Hale, authority: J. Ford, almo: P. Amin}",
)
def timing_not_agreed(index: Index) -> Iterator[Remark]:
    """The Lead Housing Inspector settles the time of an inspection with council and ALMO, in advance."""
    agreed, began = index.casework.timing_agreed, index.particulars.dates.on_site_from
    where = index.in_casework("timing-agreed")
    if agreed is None or not (agreed.authority and agreed.almo):
        yield missing(
            where,
            "That the time of the inspection was agreed beforehand with both council and ALMO is not on record",
            "Write `date`, `by`, `authority` and `almo` under `timing-agreed`.",
        )
    if agreed is not None and began is not None and agreed.date > began:
        message = f"The time of the inspection was agreed on {agreed.date}, after it began on {began}"
        yield wrong(where, message, "Put the date, or `on-site-from` in inspection.yaml, right.")


@rule(
    "B09",
    remedy="List under `documents` in casework.yaml what was asked for and when, the board's minutes among it.",
    example="documents: [{title: Minutes of the ALMO's board, requested: 2003-09-01, came: 2003-09-22}]",
)
def documents_not_requested(index: Index) -> Iterator[Remark]:
    """Papers are asked of the council ahead of the inspection, by right under the Acts of 1998 and 1999.

    Where there is an ALMO, the minutes of its board are among them.
    """
    began, where = index.particulars.dates.on_site_from, index.in_casework("documents")
    requested = [each for each in index.casework.documents if each.requested is not None]
    if not requested:
        message = "That documents were asked for ahead of the inspection is not on record"
        yield missing(where, message, "List them under `documents`, with the day in `requested`.")
    elif index.almo is not None and not any(_MINUTES.search(each.title) for each in requested):
        message = "The minutes of the ALMO's board are not among the documents that were asked for"
        yield missing(where, message, "Add them to `documents`.", "minutes")
    if began is not None and requested and all(each.requested and each.requested >= began for each in requested):
        message = f"No document was asked for before the inspection began on {began}"
        yield wrong(where, message, "Put `requested`, or `on-site-from` in inspection.yaml, right.", "in-advance")


@rule(
    "B10",
    remedy="Add evidence of the kind `observed-meetings` with its date, or say in answers.yaml why none was watched.",
    example="evidence/board-meeting.yaml with kind: observed-meetings and date: 2003-11-12",
)
def no_board_meeting_watched(index: Index) -> Iterator[Remark]:
    """How a board works shows when it meets, so a meeting while inspectors are there, or about then, is watched.

    About then means a fortnight before or after: our reading.
    """
    watched = [each for each in index.inspection.evidence if each.kind == "observed-meetings"]
    where = index.file("evidence")
    remedy = "Add evidence of a meeting near the time on site, or answer B10 in answers.yaml."
    if not watched:
        yield missing(where, "No meeting of the board was watched", remedy)
        return
    dates = index.particulars.dates
    if dates.on_site_from is None:
        return
    first, last = span_after(dates.on_site_from, -NEAR), span_after(dates.on_site_to or dates.on_site_from, NEAR)
    days = [each.date for each in watched if each.date is not None]
    if days and not any(first <= day <= last for day in days):
        yield wrong(where, f"No meeting was watched between {first} and {last}, about the time on site", remedy)


@rule(
    "B12",
    remedy="Discuss it with the Lead Housing Inspector, and write `timing-agreed` in casework.yaml.",
    example="timing-agreed: {date: 2003-05-20, by: R. Hale}",
)
def indicative_not_discussed(index: Index) -> Iterator[Remark]:
    """Many councils want an indicative inspection in 2003, so the Lead Housing Inspector hears of each early."""
    began = index.particulars.dates.on_site_from
    if began is not None and began <= _END_OF_2003 and index.casework.timing_agreed is None:
        yield missing(
            index.in_casework("timing-agreed"),
            "That the Lead Housing Inspector discussed this inspection, of before 2004, is not on record",
            "Write `date` and `by` under `timing-agreed`, or answer B12 in answers.yaml.",
        )


@rule(
    "B13",
    remedy="Add `self-assessment-1`, `-2` and `-3` to the `covers` of the evidence that holds them.",
    example="covers: [self-assessment-1, self-assessment-2] in evidence/self-assessment.yaml",
)
def self_assessment_not_on_file(index: Index) -> Iterator[Remark]:
    """The appendices are written so that bodies can put the questions to themselves; inspectors see what came of it."""
    return unspoken(index, SELF_ASSESSMENTS if index.almo else SELF_ASSESSMENTS[:2], "B13")


@rule(
    "B14",
    remedy="Add the topics founding-… to the `covers` of the documents' evidence.",
    example="covers: [founding-constitution, founding-agreement, founding-departures] in evidence/agreements.yaml",
)
def founding_papers_not_on_file(index: Index) -> Iterator[Remark]:
    """Constitution, agreement and Delivery Plan settle what the ALMO may do.

    Most follow standard documents, so what departs from those says most.
    """
    return unspoken(index, FOUNDING, "B14")


def earliest_day(index: Index) -> dt.date | None:
    """Return the first day on which the ALMO may be inspected; None where it is not said when it took over."""
    live = index.almo.went_live if index.almo else None
    return None if live is None else months_after(live, MONTHS_TO_BED_DOWN)


BEFORE: tuple[Rule, ...] = (
    inspected_too_soon,
    timing_not_agreed,
    documents_not_requested,
    no_board_meeting_watched,
    indicative_not_discussed,
    self_assessment_not_on_file,
    founding_papers_not_on_file,
)


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


FACTS_OF_TIMING: tuple[FactSheet, ...] = (earliest_day_of_an_inspection, when_to_offer_the_board_a_presentation)
