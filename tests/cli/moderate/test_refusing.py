"""What is refused at a terminal, in a sentence, with the right exit code; each act's own refusals: tests/actions/."""

from __future__ import annotations

import json

from reportkit.errors import Exit
from tests.cli.moderate.conftest import SLUG, Office
from tests.every_case import every_case


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


@every_case("name", ["Jane Hart\u202e", "Jane Hart " * 50], ids=["hidden", "long"])
def test_a_name_that_a_record_does_not_take_is_a_wrong_word_and_no_damage(office: Office, name: str) -> None:
    said = office.at("gus")("comments", "round-table", SLUG, "--present", f"Mo Khan,{name}", "--today", "2004-06-14")
    assert said.code == Exit.WRONG_USE
    assert "Invalid value for '--present'" in said.err
    assert office.records() == []


def test_nobody_acts_for_somebody_else_by_a_name_alone(office: Office) -> None:
    office.submitted().met()
    refused = office.refused("bob", "sign-off", "--as", "ann")
    assert "Git names bob@example.org, which is not Ann Lee’s address" in refused.err
    guess = office.refused("bob", "sign-off", "--as", "anne")
    assert guess.err == "policy.yaml lists no one called `anne`. Did you mean `ann`? That is Ann Lee.\n"
    assert guess.code == Exit.WRONG_USE


@every_case(
    ("words", "said"),
    [
        (("decide", SLUG, "--service", "good", "--prospects", "agreed"), "Write `agreed`, or FROM:TO:WHY.\n"),
        (
            ("query", SLUG, "--of", "ann", "--by", "soon", "--text", "What?"),
            "'soon' is no day. Write it as 2004-06-14.",
        ),
        (("sign-off", SLUG, "--not-agreed"), "--not-agreed and --reason go together."),
        (("sign-off", SLUG, "--not-agreed", "--reason", "\x1b[2J"), "a character that cannot be seen"),
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
def test_what_was_typed_wrongly_is_wrong_use(met: Office, words: tuple[str, ...], said: str) -> None:
    before = met.records()
    answer = met.at("ann")("moderate", *words)
    assert answer.code == Exit.WRONG_USE
    assert said in answer.err
    assert met.records() == before


def test_a_rule_is_set_aside_however_its_id_is_typed(office: Office) -> None:
    done = office.does("flo", "override", "b1", "--reason", "It was looked at.")
    assert "set rule B01 aside" in done.out
    refused = office.refused("flo", "override", "i06", "--reason", "In a hurry.")
    assert refused.err.startswith("I06 cannot be set aside.")


@every_case("words", [("moderate",), ("status",), ("history",), ("undo",), ("people",), ("people", "add")])
def test_each_command_shows_an_example(office: Office, words: tuple[str, ...]) -> None:
    assert f"An example: reportkit {words[0]}" in " ".join(office.at("ann")(*words, "--help").out.split())


@every_case("act", ["submit", "meeting", "query", "answer", "sign-off", "withdraw", "cover", "override", "decide"])
def test_each_act_shows_an_example(office: Office, act: str) -> None:
    shown = " ".join(office.at("ann")("moderate", act, "--help").out.split())
    assert f"An example: reportkit moderate {act} harrowmere-homes" in shown
    assert "--dry-run" in shown
