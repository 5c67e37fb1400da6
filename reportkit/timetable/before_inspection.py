"""What comes before an inspection: the programme's rounds, Table 7, agreements, documents, reviews [19, 94–112]."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from reportkit.guidance.periods import SUPPORT_REVIEW_MONTHS
from reportkit.guidance.rounds import MONTHS_TO_BED_DOWN, ROUNDS, TABLE_7, ModelStep
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.months import months_after
from reportkit.inspection.services import SupportService
from reportkit.timetable.appointment import Appointment, marks

_FIRST_ROUND_TO_REVIEW: Final = 3


def beforehand(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    """Return everything up to the team's arrival."""
    return chain(
        _of_the_round(inspection),
        _model(inspection, reached),
        _agreements(inspection, reached),
        _documents(inspection, reached),
        _reviews(inspection),
        _on_site(inspection, reached),
    )


def _of_the_round(inspection: Inspection) -> Iterator[Appointment]:
    particulars = inspection.particulars
    this, way = ROUNDS.get(particulars.round or 0), particulars.programme
    if this is None or this.interest_by is None:
        return
    yield Appointment(
        key="interest",
        what=f"The authority expresses its interest in round {this.number}",
        paragraph="19",
        due=this.interest_by,
        done=way.interest,
    )
    yield Appointment(
        key="bid", what=f"The authority bids in round {this.number}", paragraph="19", due=this.bid_by, done=way.bid
    )


def _model(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    """Table 7 laid from the day the ALMO took over, and what came of each step that leaves a date."""
    particulars = inspection.particulars
    live = particulars.almo.went_live if particulars.almo else None
    if live is None or particulars.kind != "almo":
        return
    happened = _happened(inspection, reached)
    for number, step in enumerate(TABLE_7):
        first, last = _months(live, step)
        yield Appointment(
            key=f"model-{number}",
            what=step.action,
            paragraph="99, T7",
            nature="model",
            due=first,
            until=last,
            done=happened.get(step.months),
        )


def _happened(inspection: Inspection, reached: Milestones) -> Mapping[int, dt.date | None]:
    """Return the real days of those steps that leave one, by the month in which Table 7 has them.

    Two steps share a month, and of those only the bid leaves a day; so that month is not told.
    """
    particulars = inspection.particulars
    almo = particulars.almo
    return {
        -7: particulars.programme.interest,
        -1: almo.section_27 if almo else None,
        0: almo.went_live if almo else None,
        6: particulars.dates.on_site_from,
        7: reached.letters,
        8: reached.published or particulars.dates.report,
    }


def _months(live: dt.date, step: ModelStep) -> tuple[dt.date, dt.date]:
    """Return the first day of a step's month, and the last of its last."""
    begin = live.replace(day=1)
    first = months_after(begin, step.months)
    last = months_after(begin, step.last_month or step.months)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _agreements(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    particulars, casework = inspection.particulars, reached.casework
    if particulars.kind != "almo":
        return
    agreed = casework.timing_agreed.date if casework.timing_agreed else None
    start = casework.planned.on_site_from
    what = "The Lead Housing Inspector agrees the timing with council and ALMO"
    yield Appointment(key="timing", what=what, paragraph="96", due=start, done=agreed)
    live = particulars.almo.went_live if particulars.almo else None
    if live:
        yield Appointment(
            key="earliest-inspection",
            what="The ALMO has run for six months: the earliest day for its inspection",
            paragraph="96, 112",
            nature="earliest",
            due=months_after(live, MONTHS_TO_BED_DOWN),
            done=particulars.dates.on_site_from,
        )


def _documents(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    """Check that what was asked for ahead of the inspection came before the team arrives."""
    arrival = inspection.particulars.dates.on_site_from or reached.casework.planned.on_site_from
    documents = reached.casework.documents
    for mark, each in zip(marks(each.title for each in documents), documents, strict=True):
        asked = f"asked for on {each.requested}" if each.requested else "not asked for yet"
        what = f"The council sends: {each.title}"
        yield Appointment(
            key=f"document-{mark}", what=what, paragraph="94", due=arrival, done=each.came, note=each.note or asked
        )


def _reviews(inspection: Inspection) -> Iterator[Appointment]:
    """Support services of a round 3 ALMO are reviewed within a year; later reviews and ends are as agreed."""
    particulars = inspection.particulars
    live = particulars.almo.went_live if particulars.almo else None
    first = live and (particulars.round or 0) >= _FIRST_ROUND_TO_REVIEW and particulars.kind == "almo"
    bought = inspection.support_services
    for mark, each in zip(marks(each.service for each in bought), bought, strict=True):
        if first and live:
            yield Appointment(
                key=f"support-{mark}-review",
                what=f"The ALMO reviews a service that it buys in: {each.service}",
                paragraph="110",
                due=months_after(live, SUPPORT_REVIEW_MONTHS),
                done=each.reviewed,
            )
        yield from _agreement(each, mark)


def _agreement(bought: SupportService, mark: str) -> Iterator[Appointment]:
    if bought.next_review:
        held = bought.reviewed if bought.reviewed and bought.reviewed >= bought.next_review else None
        what = f"Next review of a service bought in: {bought.service}"
        yield Appointment(key=f"support-{mark}-next", what=what, paragraph="110", due=bought.next_review, done=held)
    if bought.ends:
        what = f"An agreement ends, and may be made anew: {bought.service}"
        yield Appointment(key=f"support-{mark}-ends", what=what, nature="earliest", due=bought.ends)


def _on_site(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    dates, planned = inspection.particulars.dates, reached.casework.planned
    yield Appointment(
        key="on-site-from",
        what="The team arrives on site",
        paragraph="113",
        due=planned.on_site_from,
        done=dates.on_site_from,
    )
    yield Appointment(key="on-site-to", what="The team leaves the site", due=planned.on_site_to, done=dates.on_site_to)
