"""Noting a round table, with the store in memory."""

from __future__ import annotations

from reportkit.moderation.comment_events import RoundTable
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS


def test_those_present_are_named_once_and_ids_become_names(at_stage: AtStage) -> None:
    house = at_stage("sent")
    house.does("gus", "round-table", present=("ann", "Jane Hart", "Ann Lee"))
    assert house.newest.details == RoundTable(on=BEGINS, present=("Ann Lee", "Jane Hart"), wider=False, note=None)
