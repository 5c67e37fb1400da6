"""Keys and people that were ended: what they did before counts everywhere, and what comes in afterwards nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportkit.gitstore.key_files import make_key_at
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import POLICY, SLUG, Office

TODAY = ("--today", "2004-06-14")


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ann's key, in the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return make_key_at(tmp_path / ".ssh" / "id_ed25519", "ann").path


def has_key(office: Office, key: Path) -> Office:
    assert office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY).code == 0
    return office


def loses_key(office: Office) -> Outcome:
    """Let the administrator remove Ann's only key."""
    fingerprint = office.at("gus")("people", "keys", "ann").out.split()[0]
    removed = office.at("gus")("people", "keys", "ann", "--remove", fingerprint, *TODAY)
    assert removed.code == 0, removed.err
    return removed


def signed(office: Office) -> dict[str, str]:
    one = json.loads(office.at("bob")("moderate", SLUG, "--json", *TODAY).out)
    return {each["person"]: each["sure"] for each in one["signed"]}


def next_by_status(office: Office) -> str:
    (line,) = json.loads(office.at("bob")("status", "--json", *TODAY).out)["inspections"]
    return str(line["command"])


def test_what_was_signed_with_a_key_counts_everywhere_once_it_is_taken_out(office: Office, key: Path) -> None:
    has_key(office, key).submitted().met().signed("ann", "bob", "cat")
    removed = loses_key(office)
    assert "no longer count" not in removed.err
    assert signed(office) == {"ann": "proven", "bob": "claimed", "cat": "claimed"}
    trail = office.at("bob")("history", SLUG).out
    assert "sign-off, proven" in trail
    assert "does not count" not in trail
    assert next_by_status(office) == f"reportkit comments send {SLUG}"
    assert office.at("bob")("verify").code == 0
    assert office.at("gus")("moderate", "pack", SLUG, "--out", str(office.root.parent), *TODAY).code == 0


def test_who_lost_a_key_goes_on_with_a_new_one(office: Office, key: Path, tmp_path: Path) -> None:
    has_key(office, key).submitted().met().signed("ann")
    loses_key(office)
    key.unlink()
    key.with_suffix("").unlink()
    has_key(office, make_key_at(tmp_path / ".ssh" / "id_ed25519", "ann").path)
    office.signed("bob", "cat")
    assert signed(office) == {"ann": "proven", "bob": "claimed", "cat": "claimed"}
    assert office.at("bob")("verify").code == 0


@pytest.fixture
def late(laptops: dict[str, Office], key: Path) -> Office:
    """A copy in which everything came together: Ann signed on a laptop that did not know of the end of her key."""
    has_key(laptops["ros"], key).submitted().met().signed("bob", "cat")
    assert laptops["ann"].at("ann")("sync").code == 0
    loses_key(laptops["ros"])
    laptops["ann"].does("ann", "sign-off", "--offline")
    assert laptops["ann"].at("ann")("sync").code == 0
    assert laptops["bob"].at("bob")("sync").code == 0
    return laptops["bob"]


WHY = "it came in after the key was ended, and counts when they repeat it with a key that policy.yaml lists for Ann Lee"


def test_what_comes_in_after_the_key_was_ended_counts_nowhere(late: Office) -> None:
    assert signed(late) == {"bob": "claimed", "cat": "claimed"}
    assert WHY in " ".join(late.at("bob")("moderate", SLUG, *TODAY).out.split())
    assert f"does not count: {WHY}" in late.at("bob")("history", SLUG).out
    assert next_by_status(late) == f"reportkit moderate sign-off {SLUG}"
    verdict = late.at("bob")("verify")
    assert verdict.code == 1
    assert WHY in verdict.out


def test_what_came_in_late_counts_once_it_is_repeated_with_a_listed_key(
    late: Office, key: Path, tmp_path: Path
) -> None:
    key.unlink()
    key.with_suffix("").unlink()
    has_key(late, make_key_at(tmp_path / ".ssh" / "id_ed25519", "ann").path).signed("ann")
    assert signed(late) == {"ann": "proven", "bob": "claimed", "cat": "claimed"}
    assert next_by_status(late) == f"reportkit comments send {SLUG}"


def test_a_person_retired_from_a_past_day_by_an_older_version_voids_nothing(office: Office) -> None:
    office.submitted().met().signed("ann", "bob", "cat")
    retired = POLICY.replace("roles: [senior-manager]}", "roles: [senior-manager], until: 2004-06-01}", 1)
    office.has_policy(retired)
    assert signed(office) == {"ann": "claimed", "bob": "claimed", "cat": "claimed"}
    assert next_by_status(office) == f"reportkit comments send {SLUG}"
    asks = ("--about", "service", "--of", "r-tollinshaw", "--by", "2004-06-21", "--text", "How many?")
    assert "Cat Roy is not" in office.refused("cat", "query", *asks).err
    office.does("ann", "query", *asks)
