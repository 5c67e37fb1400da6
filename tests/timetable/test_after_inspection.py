"""From moderation to the report, the re-inspection and the recommendations."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.inspection.milestones import (
    BodyReply,
    DraftCopy,
    Milestones,
    RecommendationProgress,
    Reinspection,
    RoundTableHeld,
)
from reportkit.inspection.particulars import Dates
from reportkit.inspection.recommendation import Recommendation
from tests.timetable.builders import ARRIVED, ELM, appointments, elm, judged, planned

NOTHING = Milestones()
SENT, DUE, CAME = dt.date(2004, 6, 25), dt.date(2004, 7, 9), dt.date(2004, 7, 7)
OUT = dt.date(2004, 8, 31)
WITH_THE_BODIES = Milestones(
    drafts=(DraftCopy(to="authority", sent=SENT, due=DUE), DraftCopy(to="almo", sent=SENT, due=DUE)),
    replies=(BodyReply(from_="almo", received=CAME),),
)


def test_each_body_has_its_own_day_for_comments():
    laid = appointments(ELM, WITH_THE_BODIES)
    assert laid["draft-sent"].done == SENT
    assert (laid["comments-authority"].due, laid["comments-authority"].done) == (DUE, None)
    assert laid["comments-almo"].done == CAME


def test_the_round_table_is_the_presentation():
    held = Milestones(round_table=RoundTableHeld(on=DUE, present=("A. Okafor",)))
    assert appointments(ELM, held)["presentation"].done == DUE
    assert appointments(elm(dates=Dates(presentation=DUE)), NOTHING)["presentation"].done == DUE
    assert appointments(ELM, planned(presentation=DUE))["presentation"].due == DUE


def test_a_wider_presentation_is_there_where_it_is_wanted():
    assert "wider" not in appointments(ELM, NOTHING)
    assert appointments(ELM, Milestones(wider_wanted=True))["wider"].done is None
    assert appointments(ELM, Milestones(wider=RoundTableHeld(on=DUE)))["wider"].done == DUE


def test_the_report_is_expected_ten_to_sixteen_weeks_after_arrival():
    expected = appointments(ELM, NOTHING)["report-expected"]
    assert (expected.due, expected.until) == (dt.date(2004, 7, 19), dt.date(2004, 8, 30))
    assert expected.paragraph == "113"
    assert appointments(ELM, Milestones(published=OUT))["report-expected"].done == OUT


@pytest.mark.parametrize("kind", ["indicative", "best-value"])
def test_that_is_said_of_inspections_of_almos_only(kind: str):
    assert "report-expected" not in appointments(elm(kind=kind), NOTHING)
    assert appointments(elm(kind=kind), NOTHING)["letters"].what == "The letter gives the score"


@pytest.mark.parametrize("prospects", ["poor", "uncertain"])
def test_weak_prospects_are_a_dated_task_to_talk_with_the_odpm(prospects: str):
    talk = appointments(judged("good", prospects), Milestones(decided=dt.date(2004, 7, 23)))["odpm-discussion"]
    assert (talk.due, talk.done, talk.paragraph) == (dt.date(2004, 8, 6), None, "30")
    held = Milestones(decided=dt.date(2004, 7, 23), odpm_discussion=CAME)
    assert appointments(judged("good", prospects), held)["odpm-discussion"].done == CAME


@pytest.mark.parametrize(
    "inspection", [judged("fair", "promising"), judged("good", "excellent"), judged("good", "poor", kind="indicative")]
)
def test_other_prospects_and_kinds_are_none(inspection):
    assert "odpm-discussion" not in appointments(inspection, NOTHING)


def test_a_talk_has_no_day_before_the_decision():
    assert appointments(judged("good", "poor"), NOTHING)["odpm-discussion"].due is None


def test_a_service_below_good_has_a_reinspection_to_agree_and_its_earliest_day():
    laid = appointments(judged("fair"), Milestones(published=OUT))
    assert laid["reinspection-agreed"].done is None
    assert (laid["reinspection-earliest"].due, laid["reinspection-earliest"].nature) == (
        dt.date(2005, 2, 28),
        "earliest",
    )
    assert "reinspection" not in laid


def test_before_the_report_the_earliest_day_is_counted_from_the_plan():
    earliest = appointments(judged("poor"), planned(publication=OUT))["reinspection-earliest"]
    assert earliest.due == dt.date(2005, 2, 28)
    assert earliest.note == "counted from the planned day of publication"
    assert "reinspection-earliest" not in appointments(judged("poor"), NOTHING)


def test_a_reinspection_that_is_agreed_stands_on_its_day():
    on = dt.date(2005, 3, 7)
    agreed = Milestones(reinspection=Reinspection(on=on, agreed=OUT, provisional=True))
    laid = appointments(judged("fair"), agreed)
    assert laid["reinspection-agreed"].done == OUT
    assert (laid["reinspection"].due, laid["reinspection"].note) == (on, "provisional")
    assert appointments(judged("fair"), planned(re_inspection=on))["reinspection"].due == on


def test_a_good_service_has_none():
    assert [key for key in appointments(ELM, Milestones(published=OUT)) if key.startswith("reinspection")] == []


@pytest.mark.parametrize(
    ("state", "done", "note"),
    [
        ("done", CAME, "done on 2004-07-07; It works; Lettings"),
        ("dropped", CAME, "dropped on 2004-07-07; It works; Lettings"),
        ("under-way", None, "under way on 2004-07-07; It works; Lettings"),
    ],
)
def test_a_recommendation_tells_how_far_it_has_come(state: str, done: dt.date | None, note: str):
    asked = replace(ELM, recommendations=(Recommendation(id="let", title="Let sooner", by=ARRIVED, owner="Lettings"),))
    told = Milestones(progress=(RecommendationProgress(recommendation="let", state=state, on=CAME, note="It works"),))
    let = appointments(asked, told)["recommendation-let"]
    assert (let.done, let.note) == (done, note)
