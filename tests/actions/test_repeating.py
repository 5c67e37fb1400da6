"""The same act again, as after a command that was stopped: what was recorded is recorded once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reportkit.errors import Exit
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.actions.story_in_memory import MODERATORS, OUT
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import WITHHELD

WEEK = BEGINS + dt.timedelta(days=7)
ASK: dict[str, Any] = {"whom": "Mo", "due": WEEK, "text": "How many?"}
ONCE: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "a query": ("met", "ann", "query", ASK),
    "a meeting that begins a new round": (
        *("met", "ann", "meeting"),
        {"present": MODERATORS, "service": "agreed", "prospects": "further:The board."},
    ),
    "a refusal": ("met", "ann", "sign-off", {"reason": "It does not follow."}),
    "a cover": (
        "met",
        "cat",
        "cover",
        {"covered": "senior-manager", "holder": "cat", "stand_in": "dan", "until": WEEK},
    ),
    "an override": ("met", "cat", "override", {"rule": "L02", "reason": "The ODPM asked for it."}),
    "progress": ("met", "ros", "progress", {"recommendation": "empty-homes", "state": "under-way"}),
    "a clearance": ("met", "flo", "clear", {"finding": WITHHELD, "papers": ("report",)}),
    "a talk with the ODPM": ("met", "flo", "odpm-discussion", {"on": BEGINS, "note": "They know."}),
    "a comment": ("sent", "gus", "add-comment", {"bodies": ("almo",), "says": "Not so."}),
    "more time": ("sent", "gus", "extend", {"body": "almo", "until": BEGINS + dt.timedelta(days=60)}),
    "a round table": ("sent", "gus", "round-table", {"present": ("Jane Hart",)}),
    "a dispatch": ("told", "gus", "notify-sent", {"to": "almo", "way": "post"}),
    "a re-inspection": ("dispatched", "gus", "reinspect", {"on": dt.date(2004, 9, 6), "people": ("J. Ford",)}),
}


@pytest.mark.parametrize(("stage", "person", "act", "words"), ONCE.values(), ids=ONCE)
def test_an_act_is_recorded_once_however_often_it_is_done(
    at_stage: AtStage, stage: str, person: str, act: str, words: dict[str, Any]
) -> None:
    house = at_stage(stage)
    house.does(person, act, **words)
    again = house.refuses(person, act, **words)
    assert again.exit_code == Exit.REFUSED
    assert str(again).startswith("This is recorded already: ")
    assert f"Nothing needs to be done; `reportkit history {SLUG}` shows it." in str(again)


def test_a_finding_that_was_cleared_for_one_paper_is_cleared_for_another(at_stage: AtStage) -> None:
    house = at_stage("met")
    for paper in ("report", "letters"):
        house.does("flo", "clear", finding=WITHHELD, papers=(paper,))
    assert house.events.count("clearance") == 2


def test_a_question_may_be_asked_again_once_it_is_answered(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("ann", "query", **ASK)
    house.does("ros", "answer", text="Some.")
    house.does("ann", "query", **ASK)


def test_a_moved_day_of_the_re_inspection_is_another_act(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    for day in (dt.date(2004, 9, 6), dt.date(2004, 10, 4)):
        house.does("gus", "reinspect", on=day, today=OUT)
    assert house.events.count("re-inspection-agreed") == 2
