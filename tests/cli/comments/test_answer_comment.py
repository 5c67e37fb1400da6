"""Each comment is answered: what became of it, why, and what changed; by whom policy lets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pytest

from reportkit.cli.session import Session
from reportkit.errors import Exit
from tests.cli.comments.conftest import Desk
from tests.cli.moderate.conftest import POLICY, SLUG

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


def test_on_the_whole_draft_everything_counts_that_was_saved_since(sent: Desk) -> None:
    corrected(sent)
    sent.entered()
    corrected(sent, "findings/adaptations-slow.md")
    sent.comments("ros", "answer", "--verdict", "in-part", "--reason", "Some of it.")
    changed = sent.last("comment-answer")["details"]["changed"]
    assert [each["path"] for each in changed] == ["findings/adaptations-slow.md"]


def test_a_file_may_be_named_that_changed_before_the_comment_was_entered(sent: Desk) -> None:
    corrected(sent)
    sent.entered()
    named = ("--changed", f"inspections/{SLUG}/{FINDING}")
    sent.comments("ros", "answer", "--verdict", "accepted", "--reason", "By telephone.", *named)
    assert [each["path"] for each in sent.last("comment-answer")["details"]["changed"]] == [FINDING]


def test_a_file_that_was_taken_out_is_noted_without_a_digest(sent: Desk) -> None:
    sent.entered()
    (sent.folder / "narrative/approach.md").unlink()
    sent.saves()
    sent.comments("ros", "answer", "--verdict", "accepted", "--reason", "It is out.")
    assert sent.last("comment-answer")["details"]["changed"] == [{"path": "narrative/approach.md"}]


def test_what_is_accepted_and_changes_nothing_is_questioned(sent: Desk) -> None:
    on_warm_homes(sent)
    accepted = ("--verdict", "accepted", "--reason", "So it is.")
    assert sent.refuses("ros", "answer", *accepted).err == (
        "Nothing was recorded: it is accepted, and nothing has changed since. "
        f"Change it, and save: `reportkit save {SLUG}`. Or say --nothing-to-change.\n"
    )
    told = sent.comments("ros", "answer", *accepted, "--nothing-to-change").out
    assert "accepted (nothing was to be changed), because: So it is" in told


def test_what_is_noted_or_not_accepted_changes_nothing(sent: Desk) -> None:
    on_warm_homes(sent)
    corrected(sent)
    sent.comments("ros", "answer", "--verdict", "not-accepted", "--reason", "We saw it ourselves.")
    assert "changed" not in sent.last("comment-answer")["details"]


def test_the_last_answer_holds(sent: Desk) -> None:
    number = on_warm_homes(sent)
    for verdict in ("not-accepted", "noted"):
        sent.comments("ros", "answer", number, "--verdict", verdict, "--reason", "As it stands.")
    (comment,) = sent.listed()["comments"]
    assert (comment["verdict"], len([name for name in sent.records() if "-comment-answer-" in name])) == ("noted", 2)


NOTED = ("--verdict", "noted", "--reason", "x")
REFUSED = {
    "without a verdict": (("--reason", "x"), "Give --verdict and --reason"),
    "without a reason": (("--verdict", "noted"), "Give --verdict and --reason"),
    "another verdict": (("--verdict", "rejected", "--reason", "x"), "is not one of"),
    "no such comment": (("ffffffff", *NOTED), "is not known"),
    "a file that is as it was": (
        ("--verdict", "accepted", "--reason", "x", "--changed", FINDING),
        f"{FINDING} is as it was in the draft that was sent",
    ),
    "changed by what is noted": ((*NOTED, "--changed", FINDING), "Nothing changes by what is noted"),
    "nothing to change by what is noted": ((*NOTED, "--nothing-to-change"), "is for what is accepted"),
}


@pytest.mark.parametrize(("more", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_an_answer_that_cannot_be_is_refused_saying_why(commented: Desk, more: tuple[str, ...], why: str) -> None:
    assert why in commented.refuses("ros", "answer", *more).err


def test_administrators_enter_comments_and_do_not_answer_them(commented: Desk) -> None:
    assert "Gus Pym is not inspector" in commented.refuses("gus", "answer", *NOTED).err


def test_a_findings_author_answers_only_where_policy_lets_them(sent: Desk) -> None:
    sent.edits(FINDING, "by: ", "by: r-tollinshaw # ")
    sent.saves()
    sent.has_policy(f"{POLICY}author-may-answer: false\n")
    on_warm_homes(sent)
    assert "Rosalind Tollinshaw wrote the finding" in sent.refuses("ros", "answer", *NOTED).err
    sent.comments("dan", "answer", *NOTED)


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
