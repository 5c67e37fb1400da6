"""Acknowledging at the command what nothing can put right: by two people, neither of whom took part in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.cli.main import run
from tests.cli.conftest import Outcome
from tests.cli.house import House, make_keys

Types = Callable[..., Outcome]


@pytest.fixture
def house(tmp_path: Path) -> House:
    keys = tmp_path / "keys"
    keys.mkdir()
    make_keys(keys)
    house = House(tmp_path / "house", keys)
    house.root.mkdir()
    house.begin()
    house.moderate()
    return house


@pytest.fixture
def types(house: House, capsys: pytest.CaptureFixture[str]) -> Types:
    """A person types a command, with their own key."""

    def call(person: str, *words: str, key: str = "") -> Outcome:
        for name, value in (("user.name", person.title()), ("user.email", f"{person}@example.org")):
            house.git("config", name, value)
        house.git("config", "gpg.format", "ssh")
        house.git("config", "user.signingkey", str(house.keys / (key or person)))
        capsys.readouterr()
        code = int(run(["-C", str(house.root), *words]))
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


@pytest.fixture
def forged(house: House) -> str:
    """The path of a record that Kim forged, which is still there."""
    return house.forge(house.record("refusal", "bob"), "mallory", "kim")


REASON = ("--reason", "A trial of Kim’s, explained in the file of 3 May.")


def test_it_counts_once_a_second_person_agrees_and_is_shown_for_ever(forged: str, types: Types) -> None:
    proposed = types("flo", "verify", "--acknowledge", forged, *REASON)
    assert proposed.code == 0, proposed.err
    assert "It counts once another person with a listed key, who took no part in this, agrees." in proposed.err
    assert types("cat", "verify").code == 3
    waits = types("gus", "moderate").out
    assert f'reportkit verify --acknowledge "{forged}" --kind not-counted' in waits
    assert "agree that not-counted is acknowledged" not in types("flo", "moderate").out
    agreed = types("gus", "verify", "--acknowledge", forged, "--kind", "not-counted")
    assert agreed.code == 0, agreed.err
    assert "explained in the file of 3 May" in agreed.err
    verified = types("cat", "verify")
    assert verified.code == 0, verified.out
    assert "(acknowledged by Flo and Gus: A trial of Kim’s, explained in the file of 3 May)" in verified.out
    assert "Of what was found, 1 is acknowledged." in verified.out
    assert types("cat", "verify", "--strict").code == 3
    assert "--acknowledge" not in types("gus", "moderate").out
    found = json.loads(types("cat", "verify", "--json").out)["findings"]
    assert [each["acknowledged"][:12] for each in found] == ["Flo and Gus:"]
    assert "Gus (administrator) agreed to the acknowledgement" in types("cat", "history", "--people").out


def test_it_makes_nothing_count(forged: str, types: Types) -> None:
    before = types("cat", "moderate", "elm").out
    types("flo", "verify", "--acknowledge", forged, *REASON)
    types("gus", "verify", "--acknowledge", forged)
    assert types("cat", "moderate", "elm").out == before


def test_it_names_exactly_what_was_found(house: House, forged: str, types: Types) -> None:
    types("flo", "verify", "--acknowledge", forged, *REASON)
    types("gus", "verify", "--acknowledge", forged)
    house.git("rm", "-q", forged)
    house.commit("kim", "Tidy up")
    assert types("cat", "verify").code == 3


def test_those_who_took_part_and_those_without_a_key_or_a_role_for_it_cannot(house: House, types: Types) -> None:
    by_gus = house.forge(house.record("refusal", "bob"), "mallory", "gus")
    committed = types("gus", "verify", "--acknowledge", by_gus, *REASON)
    assert committed.code == 1
    assert "Gus took part in this" in committed.err
    by_flo = house.forge(house.record("refusal", "cat"), "flo", "kim")
    signed = types("flo", "verify", "--acknowledge", by_flo, *REASON)
    assert (signed.code, "Flo took part in this" in signed.err) == (1, True)
    inspector = types("ann", "verify", "--acknowledge", by_gus, *REASON)
    assert inspector.code == 1
    stranger = types("flo", "verify", "--acknowledge", by_gus, *REASON, key="mallory")
    assert stranger.code == 1


def test_the_person_who_proposed_it_does_not_agree_to_it(forged: str, types: Types) -> None:
    types("flo", "verify", "--acknowledge", forged, *REASON)
    again = types("flo", "verify", "--acknowledge", forged, *REASON)
    assert (again.code, "another person must agree" in again.err) == (1, True)


def test_a_record_that_was_removed_is_put_back_and_not_acknowledged(house: House, types: Types) -> None:
    path = house.last()
    house.git("rm", "-q", path)
    house.commit("kim", "Tidy up")
    refused = types("flo", "verify", "--acknowledge", path, *REASON)
    assert (refused.code, "is not to be acknowledged" in refused.err) == (1, True)
    assert types("gus", "restore", "elm").code == 0
    assert types("gus", "verify").code == 0


def test_what_is_meant_and_why_must_be_said(forged: str, types: Types) -> None:
    assert "says why it is so" in types("flo", "verify", "--acknowledge", forged).err
    nothing = types("flo", "verify", "--acknowledge", "moderation/elm/records/none.json", *REASON)
    assert (nothing.code, "Nothing was found there" in nothing.err) == (1, True)
