"""Giving a body more time, called from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.extend import EXTEND, ExtendRequest
from reportkit.errors import Refused
from reportkit.moderation.comment_events import Extension
from tests.actions.comments.conftest import Office
from tests.cli.moderate.conftest import SLUG

DAY = dt.date(2004, 6, 16)


def test_more_time_is_for_the_draft_that_was_sent_last(office: Office, sent_once: Path) -> None:
    until = dt.date(2004, 7, 9)
    request = ExtendRequest(inspection=SLUG, body="almo", until=until, reason="The board meets late.", today=DAY)
    prepared = EXTEND.prepare(office(sent_once, "gus"), request)
    (draft, _) = prepared.case_file.ledger.sent
    assert prepared.record.details == Extension(
        draft=draft.digest, body="almo", until=until, reason="The board meets late."
    )


def test_a_day_that_the_body_has_already_is_an_obstacle(office: Office, sent_once: Path) -> None:
    request = ExtendRequest(inspection=SLUG, body="almo", until=dt.date(2004, 6, 21), today=DAY)
    (obstacle,) = EXTEND.prepare(office(sent_once, "gus"), request).obstacles
    assert "has until 2004-06-28 already" in obstacle.what


def test_before_the_draft_is_sent_there_is_no_time_to_extend(office: Office, signed_once: Path) -> None:
    with pytest.raises(Refused, match="was not sent to anyone yet"):
        EXTEND.prepare(office(signed_once, "gus"), ExtendRequest(inspection=SLUG, body="almo", until=DAY, today=DAY))
