"""Setting a rule aside, with the store in memory."""

from __future__ import annotations

from reportkit.errors import Refused, WrongUse
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.moderation.events import Override
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.every_case import every_case

UNBREAKABLE = next(row.id for row in ALL_ROWS.values() if not row.override and "error" in row.levels)
BREAKABLE = next(row.id for row in ALL_ROWS.values() if row.override)
REASON = "The auditor checked it."


def test_a_rule_is_set_aside_with_its_reason(at_stage: AtStage) -> None:
    house = at_stage("handed in")
    done = house.does("flo", "override", rule=BREAKABLE, reason=REASON)
    assert done.prepared.said.startswith(f"Flo Nye (head of programme) set rule {BREAKABLE} aside")
    assert house.newest.details == Override(rule=BREAKABLE, about=None, reason=REASON)


@every_case("rule", ["B01", "S00b", "T01", "A04"])
def test_warnings_too_may_be_set_aside(at_stage: AtStage, rule: str) -> None:
    prepared = at_stage("handed in").prepares("flo", "override", rule=rule, reason=REASON)
    assert prepared.obstacles == ()
    assert f"set rule {rule} aside" in prepared.said


@every_case("rule", [UNBREAKABLE, "I06", "A01", "A05", "C06"])
def test_a_rule_without_exceptions_is_not_set_aside(at_stage: AtStage, rule: str) -> None:
    refused = at_stage("handed in").refuses("flo", "override", rule=rule, reason="In a hurry.")
    assert str(refused).startswith(f"{rule} cannot be set aside.")
    assert isinstance(refused, Refused)


@every_case("rule", ["X99", "Z99"])
def test_an_unknown_rule_is_refused(at_stage: AtStage, rule: str) -> None:
    refused = at_stage("handed in").refuses("flo", "override", rule=rule, reason=REASON)
    assert f"There is no rule '{rule}'" in str(refused)
    assert isinstance(refused, WrongUse)


def test_what_is_set_aside_no_longer_stands_in_the_way(at_stage: AtStage) -> None:
    house = at_stage("sent")
    house.does("gus", "add-comment", bodies=story.BOTH)
    refused = str(house.refuses("flo", "decide", **story.AGREED))
    assert "No round-table discussion of the draft is recorded" in refused
    assert f"      reportkit comments round-table {story.SLUG}" in refused
    house.does("flo", "override", rule="J04", reason="Neither body wanted one.")
    house.does("flo", "decide", **story.AGREED)
