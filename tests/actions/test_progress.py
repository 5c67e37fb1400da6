"""Noting progress on a recommendation, with the store in memory."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reportkit.moderation.outcome_events import Progress
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

DONE: dict[str, Any] = {"recommendation": "empty-homes", "state": "done"}


def test_progress_is_of_today_unless_a_day_is_given(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.does("ros", "progress", **DONE, note="Since May.")
    assert house.newest.details == Progress(recommendation="empty-homes", state="done", on=BEGINS, note="Since May.")
    before = BEGINS - dt.timedelta(days=4)
    house.does("ros", "progress", **DONE, on=before)
    assert house.newest.details.on == before


@every_case(
    ("changed", "what"),
    [
        ({"recommendation": "xyz"}, f"There is no recommendation `xyz` in {SLUG}"),
        ({"recommendation": "empty-home"}, "Did you mean `empty-homes`?"),
        ({"on": BEGINS + dt.timedelta(days=1)}, "2004-01-06"),
    ],
)
def test_progress_on_nothing_or_of_tomorrow_is_refused(at_stage: AtStage, changed: dict[str, Any], what: str) -> None:
    assert what in str(at_stage("drafted").refuses("ros", "progress", **{**DONE, **changed}))
