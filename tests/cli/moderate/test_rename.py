"""Another name beside the same id: who may give it, and which name each record shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Exit
from reportkit.gitstore.key_files import make_key_at
from tests.cli.moderate.conftest import SLUG, Office

TODAY = ("--today", "2004-06-14")
RENAME = ("people", "rename", "ann", "--name", "Ann Okafor")


@pytest.fixture
def keyed(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Ann has a key, in policy.yaml and in the home folder, and has signed with it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    key = make_key_at(tmp_path / ".ssh" / "id_ed25519", "ann").path
    assert office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY).code == 0
    return office.submitted().met().signed("ann")


def test_who_has_a_key_gives_themselves_another_name_whatever_their_role(keyed: Office) -> None:
    renamed = keyed.at("ann")(*RENAME, "--reason", "She married.", *TODAY)
    assert renamed.code == 0, renamed.err
    assert "This makes the policy less strict: Ann Okafor was called Ann Lee." in renamed.err
    assert 'name: "Ann Okafor"' in (keyed.root / "moderation/policy.yaml").read_text(encoding="utf-8")
    verified = keyed.at("ann")("verify")
    assert verified.code == 0, verified.out
    assert "does not count" not in keyed.at("ann")("history", "--people").out


def test_records_show_the_name_as_it_was_when_they_were_made(keyed: Office) -> None:
    assert keyed.at("ann")(*RENAME, *TODAY).code == 0
    keyed.signed("bob", "cat")
    query = ("--about", "service", "--of", "r-tollinshaw", "--by", "2004-06-21", "--text", "How many?")
    keyed.does("ann", "query", *query)
    trail = keyed.at("bob")("history", SLUG).out
    assert "Ann Lee" in trail
    assert "Ann Okafor" in trail
    shown = keyed.at("bob")("moderate", SLUG, *TODAY).out
    assert "Ann Lee, regional lead inspector, on 2004-06-14, proven" in shown
    assert "Ann Okafor" in shown
    listed = keyed.at("bob")("people").out
    assert "ann: Ann Okafor <ann@example.org>\n" in listed
    assert "; 1 key; formerly Ann Lee\n" in listed


def test_another_person_gives_nobody_who_has_a_key_another_name(keyed: Office) -> None:
    refused = keyed.at("gus")(*RENAME, *TODAY)
    assert refused.code == Exit.REFUSED
    assert "Ann Lee has a key in policy.yaml, and records another name themselves" in refused.err
    path = keyed.root / "moderation/policy.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Ann Lee", "Eve Poe"), encoding="utf-8")
    assert "records another name themselves" in keyed.at("gus")("people", "save", *TODAY).err


def test_a_name_and_a_key_do_not_change_at_once(office: Office, tmp_path: Path) -> None:
    key = make_key_at(tmp_path / "new", "bob").path.read_text(encoding="utf-8").strip()
    path = office.root / "moderation/policy.yaml"
    changed = path.read_text(encoding="utf-8").replace("name: Bob Hay,", f'name: Rob Hay, keys: [{{key: "{key}"}}],')
    path.write_text(changed, encoding="utf-8")
    refused = office.at("gus")("people", "save", *TODAY)
    assert refused.code == Exit.REFUSED
    assert "Bob Hay gets another name and a new key at once" in refused.err


def test_an_administrator_gives_a_person_without_a_key_another_name(office: Office) -> None:
    renamed = office.at("gus")("people", "rename", "bob", "--name", "Rob Hay", *TODAY)
    assert renamed.code == 0, renamed.err
    assert "is not head of programme or administrator" in office.at("cat")(*RENAME, *TODAY).err


def test_people_end_a_key_of_their_own_and_no_other_person_s(keyed: Office) -> None:
    fingerprint = keyed.at("ann")("people", "keys", "ann").out.split()[0]
    refused = keyed.at("bob")("people", "keys", "ann", "--end", fingerprint, *TODAY)
    assert "is not head of programme or administrator" in refused.err
    ended = keyed.at("ann")("people", "keys", "ann", "--end", fingerprint, "--reason", "The laptop is lost.", *TODAY)
    assert ended.code == 0, ended.err
    assert "does not count" not in keyed.at("gus")("history", "--people").out
    assert keyed.at("gus")("verify").code == 0
