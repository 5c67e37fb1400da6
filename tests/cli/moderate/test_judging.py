"""Strict judging at the commands: how it begins, what it asks, and what a change of policy by hand then does."""

from __future__ import annotations

import pytest

from tests.cli.moderate.conftest import POLICY, SLUG, Office
from tests.cli.moderate.test_hand_changes import changes_by_hand

PROMOTED = POLICY.replace("roles: [inspector]}", "roles: [inspector, administrator]}")


@pytest.fixture
def strict(met: Office) -> Office:
    done = met.at("gus")("people", "stricter")
    assert done.code == 0, done.err
    return met


def test_it_is_recorded_after_a_list_of_what_changes(met: Office) -> None:
    shown = met.at("gus")("people", "stricter", "--dry-run")
    assert "From now on a change of policy.yaml by hand is in force only once" in shown.err
    assert "What is recorded already is judged as before." in shown.err
    assert "This will no longer count" not in shown.err
    assert met.at("gus")("people", "stricter").code == 0
    assert "judging: 2" in (met.root / "moderation/policy.yaml").read_text("utf-8")
    assert met.at("gus")("verify").code == 0
    assert "says so already" in met.at("gus")("people", "stricter").err


def test_it_is_proposed_until_then_to_those_who_may_begin_it(met: Office) -> None:
    proposal = "`reportkit people stricter --dry-run` lists what"
    assert proposal in met.at("gus")("moderate").err
    assert proposal not in met.at("ann")("moderate").err
    assert proposal in met.at("ann")("doctor").out
    met.at("gus")("people", "stricter")
    assert proposal not in met.at("gus")("moderate").err
    assert proposal not in met.at("ann")("doctor").out


def test_it_is_not_taken_back(strict: Office) -> None:
    (strict.root / "moderation/policy.yaml").write_text(POLICY, encoding="utf-8")
    said = strict.at("gus")("people", "save")
    assert (said.code, "Strict judging cannot be taken back" in said.err) == (1, True)


def test_a_change_by_hand_gives_nobody_a_role_and_every_act_says_so(strict: Office) -> None:
    changes_by_hand(strict, "dan", f"{PROMOTED}judging: 2\n")
    refused = strict.at("dan")(
        "people", "add", "eve", "--name", "Eve", "--email", "eve@example.org", "--roles", "inspector"
    )
    assert refused.code == 1
    signed = strict.at("ann")("moderate", "sign-off", SLUG, "--today", "2004-06-14")
    assert signed.code == 0
    assert "policy.yaml was changed by hand (dan, " in signed.err
    assert "which is not in force until a person who may change it records it: `reportkit people save`." in signed.err
    listed = strict.at("dan")("people").out
    assert "administrator" not in next(line for line in listed.splitlines() if "Dan Orr" in line)
    assert strict.at("gus")("verify").code == 3


def test_the_person_who_made_it_cannot_record_it_and_an_administrator_can(strict: Office) -> None:
    changes_by_hand(strict, "dan", f"{PROMOTED}judging: 2\n")
    assert strict.at("dan")("people", "save").code == 1
    saved = strict.at("gus")("people", "save")
    assert saved.code == 0, saved.err
    assert "This makes the policy less strict: Dan Orr is administrator now." in saved.err
    verified = strict.at("gus")("verify")
    assert verified.code == 0, verified.out
    assert "was changed by hand, and recorded since (dan, " in verified.out
    assert "was made less strict: Dan Orr is administrator now (dan, " in verified.out


def test_it_cannot_be_taken_out_by_hand(strict: Office) -> None:
    changes_by_hand(strict, "gus", f"{PROMOTED}")
    assert "which is not in force" in strict.at("ann")("moderate", "sign-off", SLUG, "--today", "2004-06-14").err
    status = strict.at("dan")("people")
    assert "administrator" not in next(line for line in status.out.splitlines() if "Dan Orr" in line)


def test_other_changes_wait_until_a_change_by_hand_is_recorded(strict: Office) -> None:
    changes_by_hand(strict, "gus", f"{POLICY}judging: 2\ncomment-period: 12\n")
    waits = strict.at("gus")("people", "retire", "jo", "--until", "2999-01-01")
    assert (waits.code, "Record them first: `reportkit people save`" in waits.err) == (1, True)
    assert strict.at("gus")("people", "save").code == 0
    assert strict.at("gus")("people", "retire", "jo", "--until", "2999-01-01").code == 0
    assert strict.at("gus")("verify").code == 0


def test_changes_on_the_days_of_a_demonstration_are_in_force(met: Office) -> None:
    today = ("--today", "2004-06-14")
    assert met.at("gus")("people", "stricter", *today).code == 0
    for person in ("jo", "dan"):
        retired = met.at("gus")("people", "retire", person, "--until", "2004-07-01", *today)
        assert retired.code == 0, retired.err
    assert met.at("gus")("verify").code == 0
