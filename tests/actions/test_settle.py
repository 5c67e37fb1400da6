"""Settling is worked out before anything is saved, and another policy.yaml is recorded first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out as record
from reportkit.actions.prepared import Done
from reportkit.actions.settle import (
    SETTLE_POLICY,
    SettleRequest,
    carry_out,
    find_conflict,
    prepare,
    read_versions,
    text_to_edit,
)
from reportkit.errors import Refused, WrongUse
from tests.actions.policy_house import FINDING, PATH, POLICY, PolicyHouse, begin_house

OTHER = POLICY.replace("Dan Orr", "Daniel Orr")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    """A house in which Ann changed a finding and the policy while Gus did."""
    house = begin_house(tmp_path, monkeypatch)
    house.write("Late.\n", f"unsettled/{FINDING}/ann-0123456789.md")
    house.write(OTHER, f"unsettled/{PATH}/ann-0123456789.yaml")
    house.commit()
    return house


def test_a_file_is_found_by_the_finding_or_by_its_own_path(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        assert find_conflict(workspace, "elm", "repairs") == FINDING
        assert find_conflict(workspace, PATH, None) == PATH
        assert find_conflict(workspace, "elm", None) is None
        with pytest.raises(WrongUse, match=r"nothing to settle in `repair` of elm\. Did you mean 'repairs'\?"):
            find_conflict(workspace, "elm", "repair")


def test_the_chosen_version_is_saved_and_the_other_leaves_its_place(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        prepared = prepare(workspace, SettleRequest(path=FINDING, stands="theirs"))
        assert (prepared.data, prepared.policy, house.read(FINDING)) == (b"Late.\n", None, "On time.\n")
        settled = carry_out(workspace, prepared)
        assert house.git("rev-parse", "HEAD") == settled.version
        assert house.read(FINDING) == "Late.\n"
        assert [each.path for each in workspace.conflicts()] == [PATH]


def test_two_findings_of_one_name_both_stay_and_the_other_gets_a_name_of_its_own(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        prepared = prepare(workspace, SettleRequest(path=FINDING, stands="both"))
        second = FINDING.replace("repairs", "repairs-2")
        assert (prepared.data, prepared.added) == (b"On time.\n", {second: b"Late.\n"})
        carry_out(workspace, prepared)
        assert (house.read(FINDING), house.read(second)) == ("On time.\n", "Late.\n")
        assert [each.path for each in workspace.conflicts()] == [PATH]


def test_a_removal_and_what_there_is_one_of_cannot_both_stay(house: PolicyHouse) -> None:
    house.write("", f"unsettled/{FINDING}/dan-removed")
    house.commit()
    with house.at("gus") as workspace:
        for path in (PATH, FINDING):
            with pytest.raises(Refused, match="These are not two things that can both stay"):
                prepare(workspace, SettleRequest(path=path, stands="both"))


def test_a_text_of_both_is_taken_once_no_mark_is_left(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        marked = text_to_edit(read_versions(workspace, FINDING))
        with pytest.raises(Refused, match="still holds both versions between marks"):
            prepare(workspace, SettleRequest(path=FINDING, text=marked))
        assert prepare(workspace, SettleRequest(path=FINDING, text=b"Now and then.\n")).data == b"Now and then.\n"
        with pytest.raises(WrongUse, match="It is not clear which version to keep"):
            prepare(workspace, SettleRequest(path=FINDING))


def test_another_policy_is_recorded_before_the_file_is_settled(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        prepared = prepare(workspace, SettleRequest(path=PATH, of="ann"))
        assert prepared.policy is not None
        with pytest.raises(Refused, match="It has changed meanwhile"):
            carry_out(workspace, prepared)
        assert isinstance(record(workspace, SETTLE_POLICY.prepare(workspace, prepared.policy)), Done)
        carry_out(workspace, prepared)
        assert [each.path for each in workspace.conflicts()] == [FINDING]
    assert house.read() == OTHER


def test_the_policy_in_its_place_may_stand_without_a_record(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        assert prepare(workspace, SettleRequest(path=PATH, of="gus")).policy is None


def test_a_policy_that_a_third_person_changed_meanwhile_is_not_replaced(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        prepared = prepare(workspace, SettleRequest(path=PATH, of="ann"))
        house.write(POLICY.replace("Flo Nye", "Florence Nye"))
        house.commit()
        assert prepared.policy is not None
        with pytest.raises(Refused, match="It has changed meanwhile"):
            SETTLE_POLICY.prepare(workspace, prepared.policy)
