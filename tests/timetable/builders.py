"""Invented inspections and what they have reached, to lay timetables from."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.inspection.bodies import Almo, Authority
from reportkit.inspection.casework import Casework, Planned
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import Judgements, ProspectsJudgement, ServiceJudgement
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.particulars import Dates, Particulars
from reportkit.moderation.ledger import Ledger
from reportkit.timetable.appointment import Appointment
from reportkit.timetable.timetable import timetable

NO_RECORD = Ledger()
LIVE = dt.date(2003, 11, 3)
ARRIVED = dt.date(2004, 5, 10)
ELM = Inspection(
    slug="elm-homes",
    particulars=Particulars(
        kind="almo",
        round=3,
        authority=Authority(name="Elm Council"),
        almo=Almo(name="Elm Homes", went_live=LIVE),
        dates=Dates(on_site_from=ARRIVED),
        judgements=Judgements(
            service=ServiceJudgement(rating="good"), prospects=ProspectsJudgement(rating="promising")
        ),
    ),
)


def elm(**facts: object) -> Inspection:
    """Return the inspection with other particulars."""
    return replace(ELM, particulars=replace(ELM.particulars, **facts))


def judged(service: str, prospects: str = "promising", **facts: object) -> Inspection:
    judgements = Judgements(service=ServiceJudgement(rating=service), prospects=ProspectsJudgement(rating=prospects))
    return elm(judgements=judgements, **facts)


def planned(**days: dt.date) -> Milestones:
    return Milestones(casework=Casework(planned=Planned(**days)))


def appointments(inspection: Inspection, reached: Milestones, ledger: Ledger = NO_RECORD) -> dict[str, Appointment]:
    """Return the timetable by key; each key is there once."""
    laid = timetable(inspection, reached, ledger).appointments
    by_key = {each.key: each for each in laid}
    assert len(by_key) == len(laid)
    return by_key
