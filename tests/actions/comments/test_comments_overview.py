"""Where the comments stand, asked from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportkit.actions.comments_overview import CommentsRequest, comments_overview
from tests.actions.comments.conftest import Office
from tests.cli.moderate.conftest import SLUG


def test_the_overview_says_who_was_heard_and_what_waits(office: Office, commented_once: Path) -> None:
    gus = office(commented_once, "gus")
    overview = comments_overview(gus, CommentsRequest(inspection=SLUG, today=dt.date(2004, 6, 29)))
    assert [(each.body, each.heard, each.late) for each in overview.bodies] == [
        ("authority", False, True),
        ("almo", True, False),
    ]
    assert [(each.says, each.about, each.verdict) for each in overview.comments] == [("It was 58.", "warm-homes", None)]


def test_the_open_comments_are_those_without_an_answer(office: Office, answered_once: Path) -> None:
    gus = office(answered_once, "gus")
    assert len(comments_overview(gus, CommentsRequest(inspection=SLUG)).comments) == 1
    assert comments_overview(gus, CommentsRequest(inspection=SLUG, only_open=True)).comments == ()
