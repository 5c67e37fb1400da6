"""Each comment is answered: what became of it, why, and what changed; by whom policy lets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pytest

from reportkit.cli.session import Session
from reportkit.errors import Exit
from tests.cli.comments.conftest import Desk
from tests.cli.moderate.conftest import SLUG

FINDING = "findings/warm-homes.md"


def on_warm_homes(desk: Desk) -> str:
    return desk.entered("--paragraph", "17")


def corrected(desk: Desk, name: str = FINDING) -> None:
    desk.edits(name, "title:", "title: Now")
    desk.saves()


def test_what_changed_in_the_finding_is_noted_with_its_digest(sent: Desk) -> None:
    number = on_warm_homes(sent)
    corrected(sent)
    corrected(sent, "findings/adaptations-slow.md")
    told = sent.comments("ros", "answer", number, "--verdict", "accepted", "--reason", "It was 58.").out
    assert (
        "answered the comment of the ALMO, “Not so.”, accepted (1 file changed since the draft), because: It was 58"
        in told
    )
    digest = hashlib.sha256((sent.folder / "findings/warm-homes.md").read_bytes()).hexdigest()
    assert sent.last("comment-answer")["details"]["changed"] == [{"path": FINDING, "digest": digest}]


def test_a_file_may_be_named_that_changed_before_the_comment_was_entered(sent: Desk) -> None:
    corrected(sent)
    sent.entered()
    named = ("--changed", f"inspections/{SLUG}/{FINDING}")
    sent.comments("ros", "answer", "--verdict", "accepted", "--reason", "By telephone.", *named)
    assert [each["path"] for each in sent.last("comment-answer")["details"]["changed"]] == [FINDING]


def test_what_is_accepted_and_changes_nothing_is_questioned(sent: Desk) -> None:
    on_warm_homes(sent)
    accepted = ("--verdict", "accepted", "--reason", "So it is.")
    assert sent.refuses("ros", "answer", *accepted).err == (
        "Nothing was recorded: it is accepted, and nothing has changed since. "
        f"Change it, and save: `reportkit save {SLUG}`. Or say --nothing-to-change.\n"
    )
    told = sent.comments("ros", "answer", *accepted, "--nothing-to-change").out
    assert "accepted (nothing was to be changed), because: So it is" in told


def test_a_verdict_is_one_of_those_that_there_are(commented: Desk) -> None:
    refused = commented.refuses("ros", "answer", "--verdict", "rejected", "--reason", "x")
    assert "is not one of" in refused.err


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, typed: Iterable[str]) -> None:
    answers = iter(typed)
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt="": next(answers))


def test_at_a_terminal_open_comments_come_one_after_another(sent: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [sent.entered(says=says) for says in ("First.", "Second.", "Third.")]
    at_a_terminal(monkeypatch, ("noted", "It is so.", "later", "accepted", "So it is.", "y"))
    done = sent.at("ros")("comments", "answer", SLUG, "--today", "2004-06-17")
    assert done.code == 0, done.err
    assert [f"\n{says}\n" in done.err for says in ("First.", "Second.", "Third.")] == [True] * 3
    assert [(each["number"], each["verdict"]) for each in sent.listed()["comments"]] == list(
        zip(numbers, ("noted", None, "accepted"), strict=True)
    )


def test_at_a_terminal_who_thinks_again_records_nothing(sent: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sent.entered()
    at_a_terminal(monkeypatch, ("accepted", "So it is.", "n"))
    assert sent.at("ros")("comments", "answer", SLUG, "--today", "2004-06-17").code == Exit.INTERRUPTED
    assert [each["verdict"] for each in sent.listed()["comments"]] == [None]


def test_at_a_terminal_nothing_waits_where_all_is_answered(sent: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, ())
    assert sent.at("ros")("comments", "answer", SLUG, "--today", "2004-06-17").err == (
        "No comment waits for an answer.\n"
    )
