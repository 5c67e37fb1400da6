"""A change of policy.yaml is worked out first, and recorded with the file or not at all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.add_person import ADD_PERSON, AddPersonRequest
from reportkit.actions.carry_out import carry_out
from reportkit.actions.leave import LEAVE, LeaveRequest
from reportkit.actions.prepared import Done, Moved
from reportkit.actions.refusal import InTheWay
from reportkit.actions.save_policy import SAVE_POLICY, SavePolicyRequest
from reportkit.errors import Refused
from tests.actions.policy_house import PATH, POLICY, PolicyHouse, begin_house

DAY = dt.date(2004, 6, 14)
MINA = AddPersonRequest(
    person="m-shah", name="Mina Shah", email="m@example.org", roles=("senior-manager",), today=DAY, reason="New here."
)
LAST_DAY = LeaveRequest(person="dan", on=dt.date(2004, 6, 30), today=DAY)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    return begin_house(tmp_path, monkeypatch)


def test_what_is_prepared_says_what_would_be_recorded_and_records_nothing(house: PolicyHouse) -> None:
    before = house.git("rev-parse", "HEAD")
    with house.at("gus") as workspace:
        prepared = ADD_PERSON.prepare(workspace, MINA)
        again = ADD_PERSON.prepare(workspace, MINA)
    assert (prepared.inspection, prepared.case_file, prepared.obstacles) == ("_house", None, ())
    assert prepared.intent
    assert [file.path for file in prepared.intent.files] == [PATH]
    assert prepared.record
    assert (prepared.record.person, prepared.record.role) == ("gus", "administrator")
    assert prepared.remarks[0].startswith("--- policy.yaml as it is\n+++ policy.yaml as it will be\n@@ ")
    assert prepared.remarks[1:] == ("This makes the policy less strict: Mina Shah is senior manager now.",)
    assert [each.question for each in prepared.confirmations] == ["Record this change?"]
    assert prepared.message == "people: add Mina Shah (m-shah)"
    assert prepared.fingerprint == again.fingerprint
    assert (house.git("rev-parse", "HEAD"), house.read()) == (before, POLICY)


def test_record_and_file_are_in_one_version(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        done = carry_out(workspace, ADD_PERSON.prepare(workspace, MINA))
    assert isinstance(done, Done)
    assert done.after is None
    assert "Mina Shah" in house.read()
    names = house.git("show", "--name-only", "--format=", done.receipt.commit).splitlines()
    assert [name.rpartition("/")[0] for name in names] == ["moderation/_house/records", "moderation"]


def test_where_another_changes_it_meanwhile_the_change_is_prepared_upon_theirs(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        first = ADD_PERSON.prepare(workspace, MINA)
        with house.at("flo") as other:
            assert isinstance(carry_out(other, LEAVE.prepare(other, LAST_DAY)), Done)
        house.at("gus")
        moved = carry_out(workspace, first)
        assert isinstance(moved, Moved)
        assert not moved.prepared.decides_by_the_same(first)
        assert moved.prepared.fingerprint != first.fingerprint
        assert "m-shah" not in house.read()
        assert isinstance(carry_out(workspace, moved.prepared), Done)
    assert "until: 2004-06-30" in house.read()
    assert "m-shah" in house.read()


def test_what_the_record_holds_against_a_change_is_in_its_way(house: PolicyHouse) -> None:
    house.write("people: []\ndemonstration: true\n")
    house.commit()
    founder = AddPersonRequest(
        person="gus", name="Gus Pym", email="gus@example.org", roles=("administrator",), acting_as="gus", today=DAY
    )
    with house.at("eve") as workspace:
        prepared = ADD_PERSON.prepare(workspace, founder)
        (obstacle,) = prepared.obstacles
        assert obstacle.what.startswith("Git names eve@example.org, which is not Gus Pym’s address")
        with pytest.raises(InTheWay):
            carry_out(workspace, prepared)
    assert "gus" not in house.read()


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (POLICY, "policy.yaml says so already"),
        (POLICY.replace("true", "false"), "`demonstration` was fixed when this repository was made"),
        (POLICY.split("  - {id: flo")[0], "No person would be left who is administrator"),
        (POLICY.replace("[inspector]", "[inspector], until: 2004-06-13"), "given as the last day of Dan Orr, is past"),
    ],
)
def test_a_change_that_cannot_be_is_refused(house: PolicyHouse, policy: str, said: str) -> None:
    house.write(policy)
    with house.at("gus") as workspace, pytest.raises(Refused, match=said):
        SAVE_POLICY.prepare(workspace, SavePolicyRequest(today=DAY))


def test_a_change_is_not_made_upon_what_is_changed_by_hand_just_now(house: PolicyHouse) -> None:
    house.write(POLICY.replace("Dan Orr", "Daniel Orr"))
    with house.at("gus") as workspace:
        with pytest.raises(Refused, match="has changes that are not recorded"):
            ADD_PERSON.prepare(workspace, MINA)
        assert isinstance(carry_out(workspace, SAVE_POLICY.prepare(workspace, SavePolicyRequest(today=DAY))), Done)
        workspace.close()
        assert ADD_PERSON.prepare(workspace, MINA).obstacles == ()


def test_two_versions_that_wait_for_a_choice_keep_everyone_from_a_change(house: PolicyHouse) -> None:
    house.write("Another.\n", f"unsettled/{PATH}/ann-0123456789.yaml")
    house.commit()
    with house.at("gus") as workspace, pytest.raises(Refused, match="was changed by ann while another person"):
        ADD_PERSON.prepare(workspace, MINA)


def test_a_policy_that_was_never_saved_is_not_changed(house: PolicyHouse) -> None:
    house.git("rm", "-q", "--cached", PATH)
    house.git("-c", "user.name=gus", "-c", "user.email=gus@example.org", "commit", "-q", "-m", "Gone")
    with house.at("gus") as workspace, pytest.raises(Refused, match="The policy is not saved yet"):
        ADD_PERSON.prepare(workspace, MINA)
