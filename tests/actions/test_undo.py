"""Undoing one's own last act, with the store in memory; in the shared place see tests/cli/moderate/test_undo.py."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.comments_overview import CommentsRequest, comments_overview
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.story_in_memory import OUT
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case


@every_case("stage", ["drafted", "met"])
def test_there_must_be_an_act_of_one_s_own(at_stage: AtStage, stage: str) -> None:
    assert f"There is no act of yours on {SLUG} to undo" in str(at_stage(stage).refuses("bob", "undo"))


def test_the_act_is_named_before_it_is_undone_and_is_not_undone_twice(at_stage: AtStage) -> None:
    house = at_stage("met")
    story.sign(house, "bob")
    done = house.does("bob", "undo", reason="The wrong one.")
    assert done.prepared.remarks == ("To be undone: Bob Hay (ALMO co-ordinator) signed off.",)
    assert done.after is not None
    assert done.after.signed == ()
    again = str(house.refuses("bob", "undo"))
    assert again == f"Your last act on {SLUG} is undone already. Record what is right now."


def test_what_another_person_has_seen_is_not_undone(at_stage: AtStage) -> None:
    assert "Another person has seen it" in str(at_stage("met").refuses("ros", "undo"))


def test_a_comment_by_mistake_is_undone_while_nobody_has_seen_it(at_stage: AtStage) -> None:
    house = at_stage("sent")
    house.does("gus", "add-comment", bodies=("almo",), says="Not so.")
    asked = CommentsRequest(inspection=SLUG, today=house.day)
    assert len(comments_overview(house.workspace, asked).comments) == 1
    house.does("gus", "undo")
    assert comments_overview(house.workspace, asked).comments == ()


@pytest.mark.parametrize(
    ("stage", "done", "instead"),
    [
        ("sent", "sent the draft", "comments"),
        ("told", "issued the letters", f"reportkit correct {SLUG}"),
        ("dispatched", "sent the press release of 2004-01-22 to the press by post", "reportkit notify sent"),
        ("published", "published the final report", ""),
    ],
)
def test_what_was_sent_out_is_not_undone(at_stage: AtStage, stage: str, done: str, instead: str) -> None:
    refused = str(at_stage(stage).refuses("gus", "undo"))
    assert refused.startswith("What was sent out cannot be undone: Gus Pym (administrator) ")
    assert done in refused
    assert instead in refused


def test_an_agreed_re_inspection_leaves_its_folder_and_says_so(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.does("gus", "reinspect", on=dt.date(2004, 9, 6), today=OUT)
    done = house.does("gus", "undo")
    stays = f"inspections/{SLUG}-2004 stays: if it was made in error, delete it and its moderation/ folder."
    assert stays in done.prepared.remarks
