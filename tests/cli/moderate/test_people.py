"""Who may do what, and every change of it: shown first, and recorded with the file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from reportkit.actions import add_person
from reportkit.errors import Exit
from reportkit.moderation.policy import Person
from tests.cli.moderate.conftest import POLICY, SLUG, Office

TODAY = ("--today", "2004-06-14")
MINA = ("people", "add", "m-shah", "--name", "Mina Shah", "--email", "m.shah@example.org", "--roles", "senior-manager")


@pytest.fixture
def key(office: Office, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key of Ann's in her home folder."""
    home = office.root.parent / "home"
    (home / ".ssh").mkdir(parents=True)
    path = home / ".ssh" / "id_ed25519"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ann", "-f", str(path)], check=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return path.with_suffix(".pub")


def policy(office: Office) -> str:
    return (office.root / "moderation/policy.yaml").read_text(encoding="utf-8")


def test_everyone_is_listed_with_roles_and_keys(office: Office) -> None:
    told = office.at("ann")("people")
    assert told.out.startswith("ann: Ann Lee <ann@example.org>\n    regional lead inspector; region Northern; no key\n")
    assert "dan: Dan Orr <dan@example.org>\n    inspector; may stand in for others; no key" in told.out
    assert json.loads(office.at("ann")("people", "--json").out)["people"][0]["id"] == "ann"


def test_a_person_without_a_key_is_said_to_have_none(office: Office) -> None:
    told = office.at("ann")("people", "keys", "ann")
    assert (told.code, told.out) == (0, "")
    assert told.err == "ann has no key yet: `reportkit people keys ann --add FILE.pub` adds one.\n"


def test_a_person_is_added_and_the_difference_shown_and_recorded_in_one_version(office: Office) -> None:
    added = office.at("gus")(*MINA, *TODAY)
    assert added.code == 0, added.err
    assert '+    email: "m.shah@example.org"' in added.err
    assert "This makes the policy less strict: Mina Shah is senior manager now." in added.err
    assert "roles: [senior-manager]" in policy(office)
    assert policy(office).startswith(POLICY.partition("covers")[0])
    changed = office.git("show", "--name-only", "--format=%s", "HEAD").split("\n")
    assert changed[0] == "people: add Mina Shah (m-shah)"
    assert [name.rpartition("/")[0] for name in changed[2:-1]] == ["moderation/_house/records", "moderation"]
    assert office.git("status", "--porcelain") == ""
    assert "Gus Pym (administrator) changed policy.yaml" in office.at("ann")("history", "--people").out


FIRST = ("people", "add", "gus", "--name", "Gus Pym", "--email", "gus@example.org", "--roles")


def test_who_adds_themselves_first_leaves_a_record_that_is_whole(office: Office) -> None:
    office.has_policy("people: []\ndemonstration: true\n")
    added = office.at("gus")(*FIRST, "administrator", *TODAY)
    assert added.code == 0, added.err
    assert office.at("gus")(*MINA, *TODAY).code == 0
    verified = office.at("gus")("verify").out
    assert "The record is not damaged" in verified  # and not complete, for has_policy left no record
    assert "forged" not in verified
    assert office.at("gus")("history", "--people").out.count("does not count") == 0


def test_no_one_is_added_first_by_someone_else_or_as_someone_without_a_say(office: Office) -> None:
    office.has_policy("people: []\ndemonstration: true\n")
    assert office.at("eve")(*FIRST, "administrator", *TODAY).code == Exit.REFUSED
    another = office.at("eve")(*FIRST, "administrator", "--as", "gus", *TODAY)
    assert "Git names eve@example.org, which is not Gus Pym’s address" in another.err
    powerless = office.at("gus")(*FIRST, "inspector", *TODAY)
    assert powerless.code == Exit.REFUSED
    assert "Give another person the role of administrator or head-of-programme first" in powerless.err
    assert office.records() == []


def test_what_someone_changes_while_another_looks_at_their_change_is_not_overwritten(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = add_person.with_person

    def meanwhile(data: bytes, person: Person) -> bytes:
        monkeypatch.setattr(add_person, "with_person", goes_on)
        retired = office.at("flo")("people", "retire", "dan", "--until", "2004-06-30", *TODAY)
        assert retired.code == 0, retired.err
        office.at("gus")
        return goes_on(data, person)

    monkeypatch.setattr(add_person, "with_person", meanwhile)
    added = office.at("gus")(*MINA, *TODAY)
    assert added.code == Exit.REFUSED
    assert "policy.yaml changed meanwhile. Look at it again, then repeat this.\n" in added.err
    assert "until: 2004-06-30" in policy(office)
    assert "m-shah" not in policy(office)


def test_who_saves_a_policy_that_they_did_not_change_takes_back_nothing_of_others(
    laptops: dict[str, Office],
) -> None:
    assert laptops["ann"].at("gus")(*MINA, *TODAY).code == 0
    saved = laptops["bob"].at("flo")("people", "save", *TODAY)
    assert saved.code == Exit.REFUSED
    assert "policy.yaml says so already" in saved.err
    assert "m-shah" in policy(laptops["bob"])


def test_a_dry_run_shows_the_difference_and_changes_nothing(office: Office) -> None:
    shown = office.at("gus")(*MINA, "--dry-run")
    assert json.loads(shown.out)["event"] == "policy-changed"
    assert "The new version would say: people: add Mina Shah (m-shah)\n" in shown.err
    assert "It would keep moderation/policy.yaml (851 bytes).\nNothing was recorded.\n" in shown.err
    assert '+    email: "m.shah@example.org"' in shown.err
    assert policy(office) == POLICY
    assert office.records() == []


@pytest.mark.parametrize("answer", [True, False])
def test_at_a_terminal_a_change_is_shown_and_then_asked_for(
    office: Office, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("reportkit.cli.session.Session.may_ask", True)
    monkeypatch.setattr("click.confirm", lambda question, **_: asked.append(question) or answer)
    changed = office.at("gus")(*MINA, *TODAY)
    assert asked == ["Record this change?"]
    assert '+    email: "m.shah@example.org"' in changed.err
    assert ("m-shah" in policy(office), len(office.records())) == (answer, int(answer))


def test_only_administrators_and_the_head_of_programme_change_who_may_what(office: Office) -> None:
    refused = office.at("ann")(*MINA)
    assert refused.code == Exit.REFUSED
    assert "Ann Lee is not head of programme or administrator" in refused.err
    assert policy(office) == POLICY


def test_the_first_administrator_adds_themselves(office: Office) -> None:
    office.has_policy("demonstration: false\npeople: []\n")
    words = ("people", "add", "gus", "--name", "Gus Pym", "--email", "gus@example.org", "--roles")
    assert office.at("gus")(*words, "inspector").code == Exit.REFUSED
    added = office.at("gus")(*words, "administrator")
    assert added.code == 0, added.err
    assert office.at("gus")(*MINA).code == 0


def test_who_leaves_stays_in_the_list_with_a_last_day(office: Office) -> None:
    left = office.at("flo")("people", "leave", "cat", "--on", "2004-06-30", *TODAY)
    assert left.code == 0, left.err
    assert "roles: [senior-manager], until: 2004-06-30}" in policy(office)
    office.submitted().met()
    assert "is not regional lead" in office.refused("cat", "sign-off", day="2004-07-01").err


def test_what_is_recorded_goes_on_counting_when_policy_asks_for_more(office: Office) -> None:
    office.submitted().met().signed("ann", "bob", "cat")
    path = office.root / "moderation/policy.yaml"
    path.write_text(f"{policy(office)}signatures: required\nenough: [proven]\n", encoding="utf-8")
    saved = office.at("flo")("people", "save", *TODAY)
    assert saved.code == 0, saved.err
    one = json.loads(office.at("bob")("moderate", SLUG, "--json", *TODAY).out)
    assert [each["person"] for each in one["signed"]] == ["ann", "bob", "cat"]
    (line,) = json.loads(office.at("bob")("status", "--json", *TODAY).out)["inspections"]
    assert line["command"] == f"reportkit comments send {SLUG}"
    assert "does not count" not in office.at("bob")("history", SLUG).out
    assert office.at("bob")("verify").code == 0


def test_covers_and_open_sign_offs_that_a_change_ends_are_named_before_it_is_recorded(office: Office) -> None:
    office.submitted().met()
    office.does("cat", "cover", "--role", "senior-manager", "--by", "dan", "--until", "2004-07-15")
    told = office.at("flo")("people", "leave", "dan", "--on", "2004-06-30", "--dry-run", *TODAY).err
    cover = "the cover under which Dan Orr stands in for Cat Roy as senior manager until 2004-07-15"
    assert f"This ends: harrowmere-homes, {cover}.\n" in told
    path = office.root / "moderation/policy.yaml"
    path.write_text(POLICY.replace("[regional-lead-inspector]", "[]"), encoding="utf-8")
    assert "No person would be left who signs off as regional lead inspector" in (
        office.at("flo")("people", "save", "--dry-run", *TODAY).err
    )
    path.write_text(POLICY.replace("[almo-co-ordinator]}", "[]}"), encoding="utf-8")
    open_one = "the open sign-off of Bob Hay as ALMO co-ordinator; Jo Kerr can sign instead"
    assert f"This ends: harrowmere-homes, {open_one}.\n" in (
        office.at("flo")("people", "save", "--dry-run", *TODAY).err
    )


def test_a_person_is_not_retired_from_a_day_that_is_past(office: Office) -> None:
    before = policy(office)
    refused = office.at("flo")("people", "retire", "cat", "--until", "2004-06-13", *TODAY)
    assert refused.code == Exit.REFUSED
    assert refused.err == (
        "moderation/policy.yaml: 2004-06-13, given as the last day of Cat Roy, is past, and an end cannot take back "
        "what is recorded. Give today (2004-06-14) or a later day. A lost key is ended at once: `reportkit people keys "
        "PERSON --end KEY`.\n"
    )
    assert policy(office) == before


def test_no_key_is_given_a_last_day_that_is_past_by_hand_either(office: Office, key: Path) -> None:
    given = ("people", "keys", "ann", "--add", str(key), "--until", "2004-06-13")
    assert "given as the last day of a key of Ann Lee, is past" in office.at("gus")(*given, *TODAY).err
    changed = policy(office).replace("roles: [senior-manager]}", "roles: [senior-manager], until: 2004-06-13}", 1)
    (office.root / "moderation/policy.yaml").write_text(changed, encoding="utf-8")
    assert "given as the last day of Cat Roy, is past" in office.at("gus")("people", "save", *TODAY).err


def test_a_last_day_that_is_past_by_now_keeps_no_one_from_another_change(office: Office) -> None:
    assert office.at("flo")("people", "retire", "cat", "--until", "2004-06-14", *TODAY).code == 0
    assert office.at("gus")(*MINA, "--today", "2004-06-20").code == 0


def test_the_last_administrator_does_not_leave_before_there_is_another(office: Office) -> None:
    last_day = ("--on", "2004-06-30", *TODAY)
    refused = office.at("flo")("people", "leave", "gus", *last_day)
    assert refused.code == Exit.REFUSED
    assert "No person would be left who is administrator. Give another person the role `administrator` first" in (
        refused.err
    )
    another = ("people", "add", "ida", "--name", "Ida Rix", "--email", "ida@example.org", "--roles", "administrator")
    assert office.at("flo")(*another, *TODAY).code == 0
    assert office.at("flo")("people", "leave", "gus", *last_day).code == 0


def test_a_key_is_ended_at_once_or_on_a_day_to_come(office: Office, key: Path) -> None:
    assert office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY).code == 0
    fingerprint = office.at("gus")("people", "keys", "ann").out.split()[0]
    past = office.at("gus")("people", "keys", "ann", "--end", fingerprint, "--on", "2004-06-13", *TODAY)
    assert "given as the last day of a key of Ann Lee, is past" in past.err
    planned = office.at("gus")("people", "keys", "ann", "--end", fingerprint, "--on", "2004-06-30", *TODAY)
    assert planned.code == 0, planned.err
    assert office.at("gus")("people", "keys", "ann").out.endswith("until 2004-06-30\n")
    assert office.at("gus")("people", "keys", "ann", "--end", fingerprint, *TODAY).code == 0
    assert office.at("gus")("people", "keys", "ann").out == ""


def test_a_region_that_is_named_nowhere_is_told_before_it_is_recorded(office: Office) -> None:
    lead = ("people", "add", "eva", "--name", "Eva Sim", "--email", "eva@example.org")
    roles = ("--roles", "regional-lead-inspector", *TODAY, "--dry-run", "--region")
    told = office.at("gus")(*lead, *roles, "North").err
    assert "No inspection names the region North of Eva Sim, nor does reportkit.yaml. Did you mean `Northern`?" in told
    assert "names the region" not in office.at("gus")(*lead, *roles, "northern").err
    changed = policy(office).replace("region: Northern", "region: Northren")
    (office.root / "moderation/policy.yaml").write_text(changed, encoding="utf-8")
    assert "region Northren of Ann Lee" in office.at("gus")("people", "save", "--dry-run", *TODAY).err


def test_what_was_changed_by_hand_is_recorded_and_not_mixed_with_anything_else(office: Office) -> None:
    (office.root / "moderation/policy.yaml").write_text(POLICY.replace("[dan, ", "[dan, jo, "), encoding="utf-8")
    refused = office.at("gus")(*MINA, *TODAY)
    assert "Record them first: `reportkit people save`." in refused.err
    saved = office.at("gus")("people", "save", "--reason", "Jo may, too.", *TODAY)
    assert saved.code == 0, saved.err
    assert "This makes the policy less strict: Jo Kerr may stand in for others." in saved.err
    assert office.git("status", "--porcelain") == ""
    assert "says so already" in office.at("gus")("people", "save", *TODAY).err


def test_a_demonstration_stays_one(office: Office) -> None:
    (office.root / "moderation/policy.yaml").write_text(POLICY.replace("tion: true", "tion: false"), encoding="utf-8")
    assert "was fixed when this repository was made" in office.at("gus")("people", "save").err


def test_a_key_that_policy_lists_proves_who_signed(office: Office, key: Path) -> None:
    added = office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY)
    assert added.code == 0, added.err
    listed = office.at("gus")("people", "keys", "ann").out
    assert listed.startswith("SHA256:")
    office.submitted().met().signed("ann")
    seen = json.loads(office.at("bob")("moderate", SLUG, "--json").out)
    assert [each["sure"] for each in seen["signed"]] == ["proven"]
    assert len(list(office.root.glob(f"moderation/{SLUG}/records/*.sig"))) == 2  # the meeting, and the sign-off

    removed = office.at("gus")("people", "keys", "ann", "--remove", listed.split()[0], *TODAY)
    assert removed.code == 0, removed.err
    assert office.at("gus")("people", "keys", "ann").out == ""


def test_who_had_no_key_signs_the_same_again_with_one(office: Office, key: Path) -> None:
    office.submitted().met().signed("ann")
    office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY)
    office.does("ann", "sign-off")
    (signed,) = json.loads(office.at("ann")("moderate", SLUG, "--json").out)["signed"]
    assert signed["sure"] == "proven"
    assert "You signed exactly this" in office.refused("ann", "sign-off").err


def test_a_key_may_be_given_as_it_stands_in_the_line_that_join_prints(office: Office, key: Path) -> None:
    line = " ".join(key.read_text(encoding="utf-8").split()[:2])
    added = office.at("gus")("people", "keys", "ann", "--add", f"Ann Lee, ann@example.org, {line}", *TODAY)
    assert added.code == 0, added.err
    assert f'keys: [{{key: "{line}"}}]' in policy(office)
    broken = office.at("gus")("people", "keys", "bob", "--add", "ssh-ed25519 AAAA", *TODAY)
    assert broken.code == Exit.REFUSED


def test_someone_whom_others_just_added_is_known(laptops: dict[str, Office]) -> None:
    laptops["ros"].at("gus")(*MINA, *TODAY)
    retired = laptops["ann"].at("gus")("people", "retire", "m-shah", "--until", "2004-06-30", *TODAY)
    assert retired.code == 0, retired.err


def test_a_key_that_is_elsewhere_leaves_a_claim_and_says_so(office: Office, key: Path) -> None:
    office.at("gus")("people", "keys", "ann", "--add", str(key), *TODAY)
    key.with_suffix("").unlink()
    office.submitted()
    told = office.does("ann", "meeting", "--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed")
    assert told.err == "It is claimed only, not proven: none of your keys is on this computer or in its agent.\n"


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("retire", "nobody", "--until", "2004-06-30"), "policy.yaml lists no one called `nobody`", Exit.WRONG_USE),
        (("retire", "r-tollinsha", "--until", "2004-06-30"), "Did you mean `r-tollinshaw`?", Exit.WRONG_USE),
        (("list",), "`reportkit people` alone lists everyone.", Exit.WRONG_USE),
        (("retyre", "bob", "--until", "2004-06-30"), "Did you mean 'retire'?", Exit.WRONG_USE),
        (("keys", "ann", "--end", "a", "--add", "b"), "--add and --end are two changes", Exit.WRONG_USE),
        (("keys", "ann", "--on", "2004-06-30"), "--on is the last day of a key that --end ends", Exit.WRONG_USE),
        (("keys", "ann", "--until", "2004-06-30"), "Give --end KEY --on DAY", Exit.WRONG_USE),
        (("keys", "nobody"), "policy.yaml lists no one called `nobody`", Exit.WRONG_USE),
        (("keys", "ann", "--add", "none.pub"), "There is no such file", Exit.REFUSED),
        (("keys", "ann", "--remove", "SHA256:x"), "ann has no key with the fingerprint", Exit.WRONG_USE),
        (("add", "x", "--name", "X", "--email", "x", "--roles", "administrator"), "is no e-mail address", Exit.REFUSED),
        (
            ("add", "ann", "--name", "X", "--email", "x@y", "--roles", "inspector"),
            "has `ann` already: Ann Lee",
            Exit.REFUSED,
        ),
        (("add", "x", "--name", "X", "--email", "x@y", "--roles", "admin"), "There is no role `admin`", Exit.WRONG_USE),
    ],
)
def test_what_cannot_be_is_said(office: Office, words: tuple[str, ...], said: str, code: Exit) -> None:
    refused = office.at("gus")("people", *words)
    assert (said in refused.err, refused.code) == (True, code), refused.err
    assert policy(office) == POLICY
