"""What comes before an inspection: rounds, Table 7, agreements, documents, reviews."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Almo, Programme
from reportkit.inspection.casework import Agreed, Casework, RequestedDocument
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.particulars import Dates
from reportkit.inspection.services import SupportService
from reportkit.timetable.appointment import Appointment
from tests.timetable.builders import ARRIVED, ELM, LIVE, appointments, elm, planned

NOTHING = Milestones()


def named(laid: dict[str, Appointment], start: str) -> list[Appointment]:
    """Return those whose key begins so, by day."""
    return [each for key, each in laid.items() if key.startswith(start)]


def test_rounds_three_and_four_have_days_for_interest_and_bid():
    laid = appointments(elm(programme=Programme(interest=dt.date(2003, 4, 2))), NOTHING)
    assert (laid["interest"].due, laid["interest"].done) == (dt.date(2003, 4, 4), dt.date(2003, 4, 2))
    assert (laid["bid"].due, laid["bid"].done) == (dt.date(2003, 5, 16), None)
    assert appointments(elm(round=4), NOTHING)["bid"].due == dt.date(2003, 12, 31)


@pytest.mark.parametrize("round_", [None, 1, 2])
def test_other_rounds_have_none(round_: int | None):
    assert "bid" not in appointments(elm(round=round_), NOTHING)


def test_table_7_laid_from_november_2003_gives_its_own_months():
    laid = appointments(ELM, NOTHING)
    months = [f"{laid[f'model-{number}'].due:%B %Y}" for number in range(10)]
    assert months == [
        "April 2003",
        "May 2003",
        "May 2003",
        "July 2003",
        "September 2003",
        "October 2003",
        "November 2003",
        "May 2004",
        "June 2004",
        "July 2004",
    ]
    assert laid["model-9"].until == dt.date(2004, 8, 31)
    assert all(laid[f"model-{number}"].nature == "model" for number in range(10))


def test_a_step_that_left_a_day_shows_it():
    laid = appointments(ELM, Milestones(letters=dt.date(2004, 6, 28), published=dt.date(2004, 8, 5)))
    assert laid["model-6"].done == LIVE
    assert laid["model-7"].done == ARRIVED
    assert laid["model-8"].done == dt.date(2004, 6, 28)
    assert laid["model-9"].done == dt.date(2004, 8, 5)
    assert laid["model-1"].done is None


@pytest.mark.parametrize("kind", ["re-inspection", "indicative", "best-value"])
def test_other_kinds_have_no_model(kind: str):
    assert [key for key in appointments(elm(kind=kind), NOTHING) if key.startswith("model")] == []


def test_an_almo_that_has_not_begun_has_no_model_and_no_earliest_day():
    laid = appointments(elm(almo=Almo(name="Elm Homes")), NOTHING)
    assert "model-0" not in laid
    assert "earliest-inspection" not in laid


def test_the_earliest_day_is_six_months_after_the_almo_began():
    earliest = appointments(elm(dates=Dates()), NOTHING)["earliest-inspection"]
    assert (earliest.due, earliest.nature, earliest.paragraph) == (dt.date(2004, 5, 3), "earliest", "96, 112")


def test_the_timing_is_agreed_before_the_team_comes():
    casework = Milestones(casework=Casework(timing_agreed=Agreed(date=dt.date(2004, 1, 6), by="A. Okafor")))
    assert appointments(ELM, casework)["timing"].done == dt.date(2004, 1, 6)
    assert appointments(ELM, planned(on_site_from=ARRIVED))["timing"].due == ARRIVED


def test_documents_are_wanted_before_the_team_arrives():
    asked = (RequestedDocument(title="Minutes", requested=dt.date(2004, 3, 1)), RequestedDocument(title="Plan"))
    minutes, plan = named(appointments(ELM, Milestones(casework=Casework(documents=asked))), "document-")
    assert (minutes.due, minutes.note) == (ARRIVED, "asked for on 2004-03-01")
    assert plan.note == "not asked for yet"


def test_what_a_document_is_called_by_stays_when_others_come_before_it():
    one, other = RequestedDocument(title="Minutes"), RequestedDocument(title="Plan")
    alone = appointments(ELM, Milestones(casework=Casework(documents=(other,))))
    second = appointments(ELM, Milestones(casework=Casework(documents=(one, other, other))))
    (key,) = (key for key in alone if key.startswith("document-"))
    assert second[key].what == "The council sends: Plan"
    assert second[f"{key}-2"].what == "The council sends: Plan"


def test_support_services_of_round_three_are_reviewed_within_a_year():
    bought = SupportService(service="Payroll", ends=dt.date(2005, 3, 31), next_review=dt.date(2005, 1, 10))
    third = appointments(replace(ELM, support_services=(bought,)), NOTHING)
    review, again, ends = named(third, "support-")
    assert review.due == dt.date(2004, 11, 3)
    assert again.due == dt.date(2005, 1, 10)
    assert (ends.due, ends.nature) == (dt.date(2005, 3, 31), "earliest")
    second = appointments(replace(elm(round=2), support_services=(bought,)), NOTHING)
    assert [each.what for each in named(second, "support-")] == [again.what, ends.what]


def test_a_review_since_its_day_is_done():
    bought = SupportService(service="Payroll", reviewed=dt.date(2005, 1, 12), next_review=dt.date(2005, 1, 10))
    (again,) = named(appointments(replace(elm(round=2), support_services=(bought,)), NOTHING), "support-")
    assert again.done == dt.date(2005, 1, 12)


def test_arrival_is_planned_and_then_happens():
    laid = appointments(elm(dates=Dates()), planned(on_site_from=ARRIVED, on_site_to=dt.date(2004, 5, 21)))
    assert (laid["on-site-from"].due, laid["on-site-from"].done) == (ARRIVED, None)
    assert laid["on-site-to"].due == dt.date(2004, 5, 21)
    assert appointments(ELM, NOTHING)["on-site-from"].done == ARRIVED
