"""What the commands say of a policy.yaml that plain git changed."""

from __future__ import annotations

from tests.cli.moderate.conftest import POLICY, SLUG, Office

PATH = "moderation/policy.yaml"


def changes_by_hand(office: Office, person: str, text: str) -> None:
    (office.root / PATH).write_text(text, encoding="utf-8")
    office.git("-c", f"user.name={person}", "-c", f"user.email={person}@example.org", "commit", "-qam", "Tidy up")


def test_every_act_names_the_person_who_changed_the_policy_and_may_not(met: Office) -> None:
    changes_by_hand(met, "dan", POLICY.replace("roles: [inspector]}", "roles: [inspector, administrator]}"))
    said = "policy.yaml was changed by hand by a person who may not change it, and no record confirms it (dan, "
    assert said in met.at("ann")("moderate", "sign-off", SLUG, "--today", "2004-06-14").err
    retire = met.at("gus")("people", "retire", "jo", "--until", "2999-01-01", "--dry-run")
    assert said in retire.out + retire.err
    verified = met.at("gus")("verify")
    assert verified.code == 3
    assert "by a person who may not change it, and no record confirms it (dan, " in verified.out


def test_a_change_by_an_administrator_is_told_by_verify_alone(met: Office) -> None:
    changes_by_hand(met, "gus", f"{POLICY}comment-period: 15\n")
    assert "by hand" not in met.at("ann")("moderate", "sign-off", SLUG, "--today", "2004-06-14").err
    assert met.at("gus")("verify").code == 1
