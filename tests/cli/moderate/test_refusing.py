"""What is refused, in a sentence, with the right exit code, and nothing recorded."""

from __future__ import annotations

import json

import pytest

from reportkit.errors import Exit
from tests.cli.moderate.conftest import POLICY, SLUG, Office

MEETING = ("--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed")
UNKNOWN = "policy.yaml lists no one with the address eve@example.org, which is yours in Git."


def test_a_dry_run_shows_the_record_and_the_commit_and_writes_nothing(office: Office) -> None:
    before = office.git("rev-parse", "HEAD")
    shown = office.at("ros")("moderate", "submit", SLUG, "--dry-run", "--today", "2004-06-14")
    assert json.loads(shown.out)["event"] == "submitted"
    said = f"The new version would say: {SLUG}: Rosalind Tollinshaw (inspector) handed it to the moderators"
    assert said in shown.err
    assert office.git("rev-parse", "HEAD") == before
    assert office.git("status", "--porcelain") == ""
    assert office.records() == []


def test_unsaved_changes_are_named_with_the_command_that_saves_them(office: Office) -> None:
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    refused = office.refused("ros", "submit")
    assert refused.code == Exit.REFUSED
    assert refused.err == (
        "This cannot be recorded now:\n"
        "  There are unsaved changes: findings/adaptations-slow.md.\n"
        f"      reportkit save {SLUG}\n"
    )


def test_everything_that_is_in_the_way_is_said_at_once(office: Office) -> None:
    office.edits("inspection.yaml", "name: Harrowmere Metropolitan Borough Council", "name: Council")
    office.edits("inspection.yaml", "rating: promising", "rating:")
    office.saves()
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    refused = office.refused("ros", "submit").err
    assert "unsaved changes: findings/adaptations-slow.md" in refused
    assert f"reportkit check {SLUG}" in refused


@pytest.mark.parametrize("name", ["Jane Hart\u202e", "Jane Hart " * 50], ids=["hidden", "long"])
def test_a_name_that_a_record_does_not_take_is_a_wrong_word_and_no_damage(office: Office, name: str) -> None:
    said = office.at("gus")("comments", "round-table", SLUG, "--present", f"Mo Khan,{name}", "--today", "2004-06-14")
    assert said.code == Exit.WRONG_USE
    assert "Invalid value for '--present'" in said.err
    assert office.records() == []


def test_an_inspection_that_was_not_handed_in_is_not_met_about(office: Office) -> None:
    said = f"  The inspection was not submitted yet.\n      reportkit moderate submit {SLUG}\n"
    assert said in office.refused("ann", "meeting", *MEETING).err


def test_who_policy_does_not_know_is_told_what_to_do(office: Office) -> None:
    refused = office.refused("eve", "submit")
    assert refused.err.startswith(UNKNOWN)
    assert refused.code == Exit.REFUSED


def test_a_wrong_role_is_told_who_could(office: Office) -> None:
    office.submitted().met()
    refused = office.refused("gus", "sign-off")
    assert refused.err == (
        "Gus Pym is not regional lead inspector or ALMO co-ordinator or senior manager on 2004-06-14, and this takes "
        "one. Ask Ann Lee or Bob Hay or Jo Kerr or Cat Roy or Rosalind Tollinshaw.\n"
    )


def test_no_one_signs_in_two_roles(office: Office) -> None:
    office.submitted().met()
    assert office.refused("jo", "sign-off").code == Exit.WRONG_USE
    office.does("jo", "sign-off", "--role", "almo-co-ordinator")
    refused = office.refused("jo", "sign-off", "--role", "senior-manager")
    assert "The same person had signed as ALMO co-ordinator" in refused.err


def test_the_team_does_not_sign_its_own_inspection(office: Office) -> None:
    office.submitted().met()
    refused = office.refused("ros", "sign-off")
    assert "Rosalind Tollinshaw is of the inspection’s team" in refused.err


def test_no_one_acts_for_someone_else_by_a_name_alone(office: Office) -> None:
    office.submitted().met()
    refused = office.refused("bob", "sign-off", "--as", "ann")
    assert "Git names bob@example.org, which is not Ann Lee’s address" in refused.err
    guess = office.refused("bob", "sign-off", "--as", "anne")
    assert guess.err == "policy.yaml lists no one called `anne`. Did you mean `ann`? That is Ann Lee.\n"
    assert guess.code == Exit.WRONG_USE


def test_another_day_is_for_demonstrations_only(office: Office) -> None:
    office.has_policy(POLICY.replace("demonstration: true", "demonstration: false"))
    refused = office.refused("ros", "submit")
    assert refused.err.startswith("This repository is no demonstration")
    assert office.at("ros")("moderate", "submit", SLUG).code == 0


def test_signatures_that_policy_asks_for_and_no_one_can_give_are_said(office: Office) -> None:
    office.has_policy(f"{POLICY}signatures: required\n")
    refused = office.refused("ros", "submit")
    assert refused.err == (
        "Policy asks for signatures, and lists no key for Rosalind Tollinshaw. Ask an administrator: "
        "`reportkit people keys r-tollinshaw --add FILE.pub`.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("meeting", SLUG, "--present", "ann", "--service", "good", "--prospects", "agreed"), "cannot be understood"),
        (("meeting", SLUG, "--present", "ann", "--service", "good:bad:Why", "--prospects", "agreed"), "--service"),
        (("decide", SLUG, "--service", "good", "--prospects", "agreed"), "Write `agreed`, or FROM:TO:WHY.\n"),
        (
            ("query", SLUG, "--of", "ann", "--by", "soon", "--text", "What?"),
            "'soon' is no day. Write it as 2004-06-14.",
        ),
        (
            ("cover", SLUG, "--role", "senior-manager", "--by", "dna", "--until", "2099-01-01"),
            "policy.yaml lists no one called `dna`. Choose one of: ann, bob, cat, dan",
        ),
        (
            ("query", SLUG, "--about", "adaptations-slows", "--of", "ann", "--by", "2099-01-01", "--text", "x"),
            "Did you mean",
        ),
        (("sign-off", SLUG, "--not-agreed"), "--not-agreed and --reason go together."),
        (("sign-off", SLUG, "--not-agreed", "--reason", "\x1b[2J"), "a character that cannot be seen"),
        (("override", SLUG, "Z99", "--reason", "x"), "There is no rule 'Z99'."),
        (
            ("meeting", SLUG, "--present", "ann", "--service", "agreed", "--prospects", "good:poor:Why"),
            "--prospects: there is no rating `good`. Choose one of: poor, uncertain, promising, excellent.",
        ),
        (
            ("query", SLUG, "--of", "rosalind", "--by", "2099-01-01", "--text", "x"),
            "No one is called `rosalind`. Did you mean `r-tollinshaw`? That is Rosalind Tollinshaw.",
        ),
        (("answer", SLUG, "--text", "…"), "… is a placeholder."),
        (("cover", SLUG, "--role", "senior manger", "--by", "dan", "--until", "2099-01-01"), "Did you mean `senior-m"),
        (("query", SLUG), "This is missing:\n  --of LINE    Who is asked"),
        (("sing-off", SLUG), "There is no act 'sing-off'. Did you mean 'sign-off'?"),
        ((SLUG, "sign-off"), f"The act comes first: reportkit moderate sign-off {SLUG}"),
        (("sign",), "There is no act 'sign'. Did you mean 'sign-off'?"),
        (("harrowmere-hmes",), "harrowmere-homes"),
        (("harrowmere",), "Did you mean `harrowmere-homes`?"),
    ],
)
def test_what_was_typed_wrongly_is_wrong_use(office: Office, words: tuple[str, ...], said: str) -> None:
    office.submitted()
    answer = office.at("ann")("moderate", *words)
    assert answer.code == Exit.WRONG_USE
    assert said in answer.err
    assert len(office.records()) == 1


def test_whom_a_query_is_asked_of_may_be_of_the_team_or_from_outside(office: Office) -> None:
    office.submitted()
    asked = ("--by", "2004-06-21", "--text", "How many?")
    assert "asked Dev Quarlesby" in office.does("ann", "query", "--of", "d-quarlesby", *asked).out
    assert "asked Jane Hart" in office.does("ann", "query", "--of", "Jane Hart", *asked).out


def test_open_queries_are_told_apart_by_what_they_ask(office: Office) -> None:
    office.submitted()
    for asked in ("How many?", "Since when?"):
        office.does("ann", "query", "--of", "dan", "--by", "2004-06-21", "--text", asked)
    refused = office.refused("dan", "answer", "--text", "Twelve.")
    assert "“How many?”" in refused.err
    assert "“Since when?”" in refused.err


@pytest.mark.parametrize("rule", ["I06", "A01", "A05", "C06"])
def test_a_rule_that_no_one_may_set_aside_is_refused(office: Office, rule: str) -> None:
    refused = office.refused("flo", "override", rule, "--reason", "In a hurry.")
    assert refused.err.startswith(f"{rule} cannot be set aside.")


@pytest.mark.parametrize(("typed", "rule"), [("b1", "B01"), ("s00B", "S00b"), ("T01", "T01"), ("A04", "A04")])
def test_an_override_and_every_warning_may_be_set_aside_however_its_id_is_typed(
    office: Office, typed: str, rule: str
) -> None:
    done = office.does("flo", "override", typed, "--reason", "It was looked at.")
    assert f"set rule {rule} aside" in done.out


@pytest.mark.parametrize("words", [("moderate",), ("status",), ("history",), ("undo",), ("people",), ("people", "add")])
def test_each_command_shows_an_example(office: Office, words: tuple[str, ...]) -> None:
    assert f"An example: reportkit {words[0]}" in " ".join(office.at("ann")(*words, "--help").out.split())


@pytest.mark.parametrize(
    "act", ["submit", "meeting", "query", "answer", "sign-off", "withdraw", "cover", "override", "decide"]
)
def test_each_act_shows_an_example(office: Office, act: str) -> None:
    shown = " ".join(office.at("ann")("moderate", act, "--help").out.split())
    assert f"An example: reportkit moderate {act} harrowmere-homes" in shown
    assert "--dry-run" in shown


def test_what_one_has_signed_is_not_signed_again_unless_that_makes_it_surer(met: Office) -> None:
    met.signed("ann")
    refused = met.refused("ann", "sign-off")
    said = (
        f"You signed exactly this on 2004-06-14, and it holds. `reportkit moderate {SLUG}` shows who else has signed.\n"
    )
    assert (refused.code, refused.err) == (Exit.REFUSED, said)
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    met.signed("ann")


def test_nothing_is_shown_or_asked_before_a_refusal(met: Office) -> None:
    met.signed("ann")
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    met.does("bob", "query", "--of", "Mo", "--by", "2004-06-21", "--text", "How many?")
    assert met.refused("ann", "sign-off").err.startswith("This cannot be recorded now:\n")
