"""Entering what a body says, called from Python."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from reportkit.actions.add_comment import ADD_COMMENT, AddCommentRequest, read_comment
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.comment_events import Comment
from tests.actions.comments.conftest import Office
from tests.cli.moderate.conftest import SLUG

DAY = dt.date(2004, 6, 16)


def test_a_paragraph_becomes_the_finding_that_it_came_from(office: Office, sent_once: Path) -> None:
    request = AddCommentRequest(inspection=SLUG, bodies=("almo",), says="It was 58.", paragraph=17, today=DAY)
    comment = ADD_COMMENT.prepare(office(sent_once, "gus"), request).record.details
    assert isinstance(comment, Comment)
    assert (comment.finding, comment.says, comment.received) == ("warm-homes", "It was 58.", DAY)


def test_a_body_without_comments_is_recorded_without_words(office: Office, sent_once: Path) -> None:
    request = AddCommentRequest(inspection=SLUG, bodies=("authority",), today=DAY)
    prepared = ADD_COMMENT.prepare(office(sent_once, "gus"), request)
    assert isinstance(prepared.record.details, Comment)
    assert prepared.record.details.is_none
    assert "noted that the authority had no comments" in prepared.said


def test_the_letter_is_a_paper_of_the_record_and_named_from_where_the_person_is(
    office: Office, sent_once: Path, own_copy
) -> None:
    post = own_copy(sent_once) / "post"
    post.mkdir()
    (post / "Letter.PDF").write_bytes(b"%PDF-1.4 invented")
    request = AddCommentRequest(inspection=SLUG, bodies=("almo",), says="x", kept="Letter.PDF", today=DAY)
    (paper,) = ADD_COMMENT.prepare(office(post, "gus"), request).intent.papers
    digest = hashlib.sha256(b"%PDF-1.4 invented").hexdigest()[:12]
    assert (paper.name, paper.data) == (f"20040616-comment-almo-{digest}.pdf", b"%PDF-1.4 invented")


def test_a_comment_on_two_things_is_refused(office: Office, sent_once: Path) -> None:
    request = AddCommentRequest(
        inspection=SLUG, bodies=("almo",), says="x", paragraph=1, finding="warm-homes", today=DAY
    )
    with pytest.raises(WrongUse, match="A comment is about one thing"):
        ADD_COMMENT.prepare(office(sent_once, "gus"), request)


def test_before_the_draft_is_sent_there_is_nothing_to_comment_on(office: Office, signed_once: Path) -> None:
    request = AddCommentRequest(inspection=SLUG, bodies=("almo",), says="x", today=DAY)
    with pytest.raises(Refused, match="was not sent to anyone yet"):
        ADD_COMMENT.prepare(office(signed_once, "gus"), request)


def test_the_words_of_a_file_are_utf_8_text(tmp_path: Path) -> None:
    words, scan = tmp_path / "words.txt", tmp_path / "scan.txt"
    words.write_bytes("\ufeffIt was 58 – “really”.".encode())
    scan.write_bytes(b"\xff\xfe\x00")
    assert read_comment(words) == "It was 58 – “really”."
    with pytest.raises(WrongUse, match="no text in UTF-8"):
        read_comment(scan)
