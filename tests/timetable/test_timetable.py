"""A whole timetable: in order, from what is written, planned and recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Almo
from reportkit.inspection.casework import Casework, RequestedDocument
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.particulars import Dates
from reportkit.inspection.recommendation import Recommendation
from reportkit.timetable.timetable import timetable
from tests.moderation.story import LATER, TODAY, Story
from tests.timetable.builders import ARRIVED, ELM, NO_RECORD, appointments, elm

NOTHING = Milestones()


def test_days_come_in_order_and_what_has_none_comes_last():
    laid = timetable(ELM, NOTHING, NO_RECORD).appointments
    days = [each.day for each in laid]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[len(known) :] == [None] * (len(days) - len(known))


def test_it_is_called_as_the_almo_is_or_as_the_authority_where_there_is_none():
    assert timetable(ELM, NOTHING, NO_RECORD).title == "Elm Homes"
    assert timetable(elm(almo=None), NOTHING, NO_RECORD).title == "Elm Council"


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_a_slip_of_thousands_of_years_leaves_the_other_days_as_they_are(day: dt.date):
    far = elm(almo=Almo(name="Elm Homes", went_live=day), dates=Dates(on_site_from=day, report=day))
    due = Recommendation(id="let", title="Let sooner", by=ARRIVED)
    laid = appointments(replace(far, recommendations=(due,)), NOTHING)
    assert laid["on-site-from"].done == day
    assert laid["recommendation-let"].due == ARRIVED


def test_every_appointment_of_the_guidance_names_its_paragraph():
    laid = appointments(ELM, NOTHING)
    assert {key for key, each in laid.items() if not each.paragraph} == {"on-site-to"}


def test_what_is_late_is_what_should_have_happened_and_did_not():
    missed = Casework(documents=(RequestedDocument(title="Minutes"), RequestedDocument(title="Plan", came=ARRIVED)))
    laid = timetable(ELM, Milestones(casework=missed), NO_RECORD)
    late = {each.what for each in laid.late(ARRIVED + dt.timedelta(1))}
    assert "The council sends: Minutes" in late
    assert "The council sends: Plan" not in late


def test_a_query_of_the_moderators_is_due_when_they_said_and_done_when_it_was_answered():
    story = Story().submitted().meeting(service="?").query()
    (key,) = (key for key in appointments(ELM, NOTHING, story.ledger) if key.startswith("query-"))
    asked = appointments(ELM, NOTHING, story.ledger)[key]
    assert (asked.due, asked.done, asked.paragraph) == (LATER, None, "114")
    answered = appointments(ELM, NOTHING, story.answer(story.last).ledger)[key]
    assert answered.done == TODAY


def test_a_query_that_was_taken_back_is_no_appointment():
    story = Story().submitted().meeting(service="?").query()
    ledger = story.withdrawal("bob", story.last).ledger
    assert [key for key in appointments(ELM, NOTHING, ledger) if key.startswith("query-")] == []


def test_each_recommendation_is_an_appointment():
    asked = replace(ELM, recommendations=(Recommendation(id="let", title="Let sooner", by=ARRIVED, owner="Lettings"),))
    let = appointments(asked, NOTHING)["recommendation-let"]
    assert (let.what, let.due, let.done, let.note) == ("Recommendation: Let sooner", ARRIVED, None, "Lettings")
