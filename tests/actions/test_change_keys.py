"""A person's public keys: read from where they are given, listed, added and taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.change_keys import (
    ADD_KEY,
    END_KEY,
    AddKeyRequest,
    EndKeyRequest,
    list_keys,
    read_public_key,
)
from reportkit.actions.prepared import Done
from reportkit.errors import Refused, WrongUse
from tests.actions.policy_house import POLICY, PolicyHouse, begin_house

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEZ8Yk3FfPq8Jx1Zp3K8cS0o7m5bV2Qy0xHn4w9rT6uE"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    return begin_house(tmp_path, monkeypatch)


def test_a_key_is_read_from_a_file_or_from_what_join_printed(house: PolicyHouse) -> None:
    house.write(f"{KEY} dan@laptop\n", "dan.pub")
    with house.at("gus") as workspace:
        assert read_public_key(workspace, "dan.pub") == f"{KEY} dan@laptop"
        assert read_public_key(workspace, f"Dan Orr, dan@example.org, {KEY}") == KEY
        with pytest.raises(Refused, match="There is no such file"):
            read_public_key(workspace, "none.pub")


def test_a_key_that_was_added_is_listed_until_it_is_taken_out(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        added = carry_out(workspace, ADD_KEY.prepare(workspace, AddKeyRequest(person="dan", key=KEY)))
        assert isinstance(added, Done)
        workspace.close()
        (listed,) = list_keys(workspace, "dan")
        assert (listed.public, listed.until) == (KEY, None)
        removing = EndKeyRequest(person="dan", fingerprint=listed.fingerprint[:12])
        assert isinstance(carry_out(workspace, END_KEY.prepare(workspace, removing)), Done)
        workspace.close()
        assert list_keys(workspace, "dan") == ()


def test_who_or_what_is_not_there_is_wrong_use(house: PolicyHouse) -> None:
    with house.at("gus") as workspace:
        with pytest.raises(WrongUse, match="dan has no key with the fingerprint SHA256:x"):
            END_KEY.prepare(workspace, EndKeyRequest(person="dan", fingerprint="SHA256:x"))
        with pytest.raises(WrongUse, match=r"policy\.yaml lists no one called `don`"):
            ADD_KEY.prepare(workspace, AddKeyRequest(person="don", key=KEY))
    assert house.read() == POLICY
