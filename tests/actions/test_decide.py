"""Deciding the final score, with the store in memory."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.overview import overview
from reportkit.actions.request import Request
from reportkit.errors import WrongUse
from reportkit.moderation.events import Decision
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS, HouseInMemory
from tests.actions.story_in_memory import AGREED
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case


def test_where_nothing_moved_the_drafts_sign_offs_are_enough(at_stage: AtStage) -> None:
    house = at_stage("heard")
    sent = house.looks().ledger.sent[1]
    done = house.does("flo", "decide", **AGREED)
    assert done.after.stage == "decision"
    assert len(done.after.signed) == len(story.MODERATORS)
    details = house.newest.details
    assert isinstance(details, Decision)
    assert details.rests_on == sent.rests_on


@pytest.mark.parametrize(
    ("stage", "command"),
    [
        ("drafted", f"reportkit moderate submit {SLUG}"),
        ("met", f"reportkit moderate sign-off {SLUG}"),
        ("signed", f"reportkit comments send {SLUG}"),
        ("sent", f"reportkit comments round-table {SLUG}"),
    ],
)
def test_it_lists_everything_that_it_waits_for_each_with_its_command(
    at_stage: AtStage, stage: str, command: str
) -> None:
    house = at_stage(stage)
    assert command in {each.command for each in house.prepares("flo", "decide", **AGREED).obstacles}
    assert "This cannot be recorded now:\n" in str(house.refuses("flo", "decide", **AGREED))


@every_case(
    ("changed", "what"),
    [
        ({"not_sent_again": "They know."}, "Nothing got worse for the bodies since they saw the draft"),
        ({"prospects": "further:Who pays?"}, "A decision names both ratings"),
        ({"service": "good"}, "Write `agreed`, or FROM:TO:WHY."),
    ],
)
def test_what_cannot_be_meant_is_refused(at_stage: AtStage, changed: dict[str, str], what: str) -> None:
    refused = at_stage("heard").refuses("flo", "decide", **{**AGREED, **changed})
    assert what in str(refused)
    assert isinstance(refused, WrongUse)


def test_a_body_that_says_nothing_is_waited_for_until_its_time_has_run_out(at_stage: AtStage) -> None:
    house = at_stage("sent")
    house.does("gus", "add-comment", bodies=("authority",))
    due = next(each.due for each in house.looks().ledger.sent[1].copies if each.body == "almo")
    house.day = due
    house.does("gus", "round-table", present=("Jane Hart", "Mo Khan"))
    assert f"The ALMO has until {due} to comment." in str(house.refuses("flo", "decide", **AGREED))
    house.day = due + dt.timedelta(days=1)
    house.does("flo", "decide", **AGREED)


def test_an_open_comment_keeps_it_back_and_a_late_one_reopens_it(at_stage: AtStage) -> None:
    house = at_stage("decided")
    house.does("gus", "add-comment", bodies=("almo",), says="Not so.")
    assert house.standing.stage == "with-the-bodies"
    assert "A comment of the ALMO is not answered: Not so" in str(house.refuses("flo", "decide", **AGREED))
    house.does("ros", "answer-comment", verdict="noted", reason="We knew.")
    house.does("flo", "decide", **AGREED)
    assert house.standing.stage == "decision"


def lowered(house: HouseInMemory) -> HouseInMemory:
    house.edits("inspection.yaml", "rating: fair", "rating: poor")
    return house


def test_a_judgement_that_the_comments_lower_is_sent_again_or_it_is_said_why_not(at_stage: AtStage) -> None:
    house = lowered(at_stage("heard"))
    words = {"service": "fair:poor:Repairs are late.", "prospects": "agreed"}
    refused = str(house.refuses("flo", "decide", **words))
    assert "Judgement 1 was lowered from fair to poor since the bodies saw the draft." in refused
    assert f"reportkit comments send {SLUG}" in refused
    said = house.does("flo", "decide", **words, not_sent_again="The authority asked for it.").prepared.said
    assert "changed from fair to poor, because: Repairs are late." in said
    assert "not sent to the bodies again: The authority asked for it" in said


def listed(house: HouseInMemory) -> str:
    """What comes next, as the table of all inspections tells it."""
    (glance,) = overview(house.workspace, Request(today=house.day), house.workspace.store).glances
    return " ".join(step.what for step in glance.standing.next_steps)


def test_what_comes_next_is_told_in_the_table_of_all(at_stage: AtStage) -> None:
    house = at_stage("sent")
    house.does("gus", "add-comment", bodies=story.BOTH)
    assert "No round-table discussion of the draft" in listed(house)
    house.does("gus", "round-table", present=("Jane Hart", "Mo Khan"))
    assert "Decide the score" in listed(house)
    assert "Judgement 1 was lowered from fair to poor since the bod" in listed(lowered(house))


def test_a_lowered_judgement_is_met_about_signed_and_sent_again(at_stage: AtStage) -> None:
    house = lowered(at_stage("heard"))
    assert f"      reportkit moderate meeting {SLUG}" in str(house.refuses("gus", "send"))
    story.meet(house)
    story.sign(house)
    assert "was lowered" not in " ".join(each.what for each in house.does("gus", "send").after.blockers)
    house.does("gus", "add-comment", bodies=story.BOTH)
    assert "decided: the service agreed as poor" in house.does("flo", "decide", **AGREED).prepared.said


@pytest.mark.parametrize("person", ["ann", "dan", "gus"])
def test_only_whom_policy_lets_decides(at_stage: AtStage, person: str) -> None:
    may = person == "ann"
    error = at_stage("heard").tries(person, "decide", **AGREED)
    assert (error is None) == may
    assert may or "and this takes one" in str(error)


def test_it_is_of_today(at_stage: AtStage) -> None:
    house = at_stage("decided")
    assert dt.datetime.fromtimestamp(house.newest.at, dt.UTC).date() == BEGINS
