"""Giving a body more time, with the store in memory."""

from __future__ import annotations

import datetime as dt

from reportkit.moderation.comment_events import Extension
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS

UNTIL = dt.date(2004, 2, 9)


def test_more_time_is_for_the_draft_that_was_sent_last(at_stage: AtStage) -> None:
    house = at_stage("sent")
    (draft, _) = house.looks().ledger.sent
    house.does("gus", "extend", body="almo", until=UNTIL, reason="The board meets late.")
    assert house.newest.details == Extension(
        draft=draft.digest, body="almo", until=UNTIL, reason="The board meets late."
    )


def test_a_day_that_the_body_has_already_is_an_obstacle(at_stage: AtStage) -> None:
    (obstacle,) = at_stage("sent").prepares("gus", "extend", body="almo", until=dt.date(2004, 1, 12)).obstacles
    assert "has until 2004-01-19 already" in obstacle.what


def test_before_the_draft_is_sent_there_is_no_time_to_extend(at_stage: AtStage) -> None:
    refused = at_stage("signed").refuses("gus", "extend", body="almo", until=BEGINS)
    assert "was not sent to anyone yet" in str(refused)
