"""One's own last change of policy.yaml is taken back by one more record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.leave import LEAVE, LeaveRequest
from reportkit.actions.prepared import Done
from reportkit.actions.undo_policy import UNDO_POLICY, UndoPolicyRequest
from reportkit.errors import Refused
from tests.actions.policy_house import POLICY, PolicyHouse, begin_house

DAY = dt.date(2004, 6, 14)
UNDO = UndoPolicyRequest(today=DAY, reason="The wrong person.")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    """A house in which Gus retired Dan."""
    house = begin_house(tmp_path, monkeypatch)
    request = LeaveRequest(person="dan", on=dt.date(2004, 6, 30), today=DAY)
    with house.at("gus") as workspace:
        assert isinstance(carry_out(workspace, LEAVE.prepare(workspace, request)), Done)
    return house


def test_the_file_is_again_what_it_was_and_both_changes_are_recorded(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        prepared = UNDO_POLICY.prepare(workspace, UNDO)
        assert prepared.intent
        assert prepared.intent.files[0].data == POLICY.encode()
        assert prepared.message == "people: undo the change of 2004-06-14"
        assert isinstance(carry_out(workspace, prepared), Done)
    assert house.read() == POLICY
    assert len(list(house.root.glob("moderation/_house/records/*.json"))) == 2


def test_another_person_s_change_is_not_undone(house: PolicyHouse) -> None:
    with house.at("flo") as workspace, pytest.raises(Refused, match="is not yours"):
        UNDO_POLICY.prepare(workspace, UNDO)


def test_what_was_changed_since_by_hand_is_not_overwritten(house: PolicyHouse) -> None:
    house.write(POLICY.replace("Dan Orr", "Daniel Orr"))
    house.commit()
    with house.at("gus") as workspace, pytest.raises(Refused, match="was changed since without a record"):
        UNDO_POLICY.prepare(workspace, UNDO)
