"""What the bodies say is entered: on what, from whom, when, and with the e-mail or letter itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportkit.cli.session import Session
from tests.cli.comments.conftest import Desk
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case


def test_a_paragraphs_number_is_looked_up_in_the_copy_that_was_sent(sent: Desk) -> None:
    sent.entered("--paragraph", "17")
    first = sent.last("comment")["details"]
    assert (first["finding"], first["paragraph"], first["bodies"]) == ("warm-homes", 17, ["almo"])
    assert "section" not in first


def test_a_paragraph_that_is_no_finding_is_known_by_its_section(sent: Desk) -> None:
    sent.entered("--paragraph", "6")
    assert sent.last("comment")["details"]["section"] == "The area and its council"
    sent.entered("--section", "how we INSPECTED")
    assert sent.last("comment")["details"]["section"] == "How we inspected"


def test_a_finding_is_noted_with_its_paragraphs_number(sent: Desk) -> None:
    sent.entered("--finding", "warm-homes")
    assert sent.last("comment")["details"]["paragraph"] == 17


def test_the_e_mail_or_letter_itself_is_kept_by_its_digest(sent: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "Our comments, 2nd draft.PDF"
    letter.write_bytes(b"%PDF-1.4 invented")
    sent.entered("--file", str(letter))
    record = sent.last("comment")
    name = f"20040616-comment-almo-{hashlib.sha256(letter.read_bytes()).hexdigest()[:12]}.pdf"
    assert record["details"]["file"] == name
    assert sent.issued(name) == letter.read_bytes()
    assert record["issued"] == [{"name": name, "digest": hashlib.sha256(letter.read_bytes()).hexdigest()}]


def test_the_words_may_come_from_a_file_or_from_an_editor(
    sent: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes("\ufeffNot so.\r\nIt was 58 – “really”.\r\n".encode())
    sent.comments("gus", "add", "almo", "--file-text", str(words))
    assert sent.last("comment")["details"]["says"] == "Not so.\nIt was 58 – “really”."
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    monkeypatch.setattr(
        "reportkit.cli.asking.comment_text.open_in_editor", lambda path: path.write_text("By hand.") and ""
    )
    done = sent.at("gus")("comments", "add", SLUG, "authority", "--today", "2004-06-17")
    assert (done.code, sent.last("comment")["details"]["says"]) == (0, "By hand.")


def test_a_body_says_that_it_has_none(sent: Desk) -> None:
    told = sent.comments("gus", "none", "almo").out
    assert "noted that the ALMO had no comments, on 2004-06-16" in told
    assert [each["heard"] for each in sent.listed()["bodies"]] == [False, True]
    assert sent.listed()["comments"] == []


REFUSED = {
    "a day that could be read in two ways": (("--received", "1/2/2004"), 2, "'1/2/2004' is no day. Write it as 2004"),
    "a day that is none": (("--received", "2004-02-30"), 2, "is no day"),
    "no paragraph": (("--paragraph", "0"), 2, "0 is not in the range"),
    "words twice": (("--file-text", "x"), 2, "--text and --file-text both say"),
    "a file without end": (("--file", "/dev/zero"), 1, "zero: is not an ordinary file"),
}


@every_case(("more", "code", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_entered_is_refused_saying_why(
    untouched: Desk, more: tuple[str, ...], code: int, why: str
) -> None:
    refused = untouched.refuses("gus", "add", "almo", "--text", "x", *more)
    assert refused.code == code
    assert why in refused.err


WORDS = {
    "nothing": (b" \n\t\n", "It is empty"),
    "what is no text": (b"\xff\xfe\x00", "no text in UTF-8"),
    "what turns the line round": ("a\u202eb".encode(), "cannot be seen"),
    "far too much": (b"x" * 20_001, "longer than 20,000 characters"),
    "more than a text file holds": (b"x" * 100_001, "larger than 100,000 bytes"),
}


@every_case(("words", "why"), WORDS.values(), ids=WORDS.keys())
def test_words_that_cannot_be_recorded_are_refused(untouched: Desk, tmp_path: Path, words: bytes, why: str) -> None:
    (tmp_path / "words.txt").write_bytes(words)
    assert why in untouched.refuses("gus", "add", "almo", "--file-text", str(tmp_path / "words.txt")).err


def test_nothing_is_entered_without_words(untouched: Desk) -> None:
    assert "Give --text or --file-text" in untouched.refuses("gus", "add", "almo").err


def test_a_body_has_more_time_and_keeps_it(sent: Desk) -> None:
    told = sent.comments("gus", "extend", "almo", "--to", "2004-07-09", "--reason", "The board meets late.").out
    assert "gave the ALMO until 2004-07-09 to comment, because: The board meets late" in told
    assert [each["due"] for each in sent.listed()["bodies"]] == ["2004-06-28", "2004-07-09"]
    assert "has until 2004-07-09 already" in sent.refuses("gus", "extend", "almo", "--to", "2004-07-01").err
    assert "no day" in sent.refuses("gus", "extend", "almo", "--to", "9/7/2004").err


def test_the_round_table_and_a_wider_presentation_are_noted(sent: Desk) -> None:
    told = sent.comments("gus", "round-table", "--present", "ann,Jane Hart", "--date", "2004-06-15").out
    assert "noted the round table of 2004-06-15 with Ann Lee, Jane Hart" in told
    wider = sent.comments("gus", "round-table", "--present", "flo", "--wider", "--note", "In the hall.").out
    assert "the presentation to a wider audience of 2004-06-16 with Flo Nye: In the hall" in wider
    assert (
        "had not taken place yet" in sent.refuses("gus", "round-table", "--present", "ann", "--date", "2004-06-30").err
    )
