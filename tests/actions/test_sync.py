"""Where a copy is shared is worked out from where the person is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.sync import SyncRequest, carry_out, prepare
from reportkit.errors import Refused
from tests.actions.policy_house import PolicyHouse, begin_house


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    return begin_house(tmp_path, monkeypatch)


def test_a_folder_is_meant_from_where_the_person_is_and_an_address_as_it_is(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        assert prepare(workspace, SyncRequest(place="../shared.git")).place == str(house.root / "../shared.git")
        assert prepare(workspace, SyncRequest(place="git@host:housing.git")).place == "git@host:housing.git"


def test_a_place_that_was_named_is_the_address_that_others_join(house: PolicyHouse, tmp_path: Path) -> None:
    steps: list[str] = []
    with house.at("gus") as workspace:
        named = prepare(workspace, SyncRequest(place="../shared.git"))
        done = carry_out(workspace, named, lambda what, *_: steps.append(what))
        again = carry_out(workspace, prepare(workspace, SyncRequest()))
    assert (done.synced.sent, done.address) == (1, str(tmp_path / "shared.git"))
    assert (again.synced.sent, again.address) == (0, "")
    assert steps


def test_a_copy_that_is_shared_with_no_one_is_not_synced(house: PolicyHouse) -> None:
    with house.at("gus") as workspace, pytest.raises(Refused, match="This copy is not shared with anyone yet"):
        carry_out(workspace, prepare(workspace, SyncRequest()))
