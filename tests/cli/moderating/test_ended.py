"""Keys and people that were ended: what they did before counts everywhere, and what comes in afterwards nowhere."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from reportkit.errors import Exit
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import File
from tests.cli.conftest import Outcome
from tests.cli.house import House
from tests.cli.moderating.conftest import POLICY, SLUG, Office

TODAY = ("--today", "2004-06-14")


@pytest.fixture
def key(office: Office, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key of Ann's in her home folder."""
    from reportkit.gitstore.keys import make_key_at

    home = office.root.parent / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return make_key_at(home / ".ssh" / "id_ed25519", "ann").path


@pytest.fixture
def ended(office: Office, key: Path) -> Office:
    """Signed by all three, Ann with a key that is then taken out."""
    office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY)
    office.submitted().met().signed("ann", "bob", "cat")
    remove(office)
    return office


def remove(office: Office) -> Outcome:
    fingerprint = office.at("gus")("people", "keys", "ann").out.split()[0]
    removed = office.at("gus")("people", "keys", "ann", "--remove", fingerprint, *TODAY)
    assert removed.code == 0, removed.err
    return removed


def stages(office: Office) -> tuple[str, str, int]:
    """What `status`, `moderate` and `verify` say of it."""
    status = json.loads(office.at("bob")("status", "--json", *TODAY).out)
    (line,) = (each for each in status["inspections"] if each["inspection"] == SLUG)
    one = json.loads(office.at("bob")("moderate", SLUG, "--json", *TODAY).out)
    return line["next"], one["next-steps"][0]["command"], office.at("bob")("verify").code


def test_what_was_signed_with_a_key_counts_everywhere_once_it_is_taken_out(ended: Office) -> None:
    one = json.loads(ended.at("bob")("moderate", SLUG, "--json", *TODAY).out)
    assert [(each["person"], each["sure"]) for each in one["signed"]] == [
        ("ann", "proven"),
        ("bob", "claimed"),
        ("cat", "claimed"),
    ]
    trail = ended.at("bob")("history", SLUG).out
    assert "sign-off, proven" in trail
    assert "does not count" not in trail
    assert ended.at("bob")("verify").code == 0
    assert "Send the draft" in ended.at("bob")("status", *TODAY).out
