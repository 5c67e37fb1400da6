"""Entering comments, more time and the round table, called from Python."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from reportkit.actions.add_comment import ADD_COMMENT, AddCommentRequest, read_comment
from reportkit.actions.extend import EXTEND, ExtendRequest
from reportkit.actions.round_table import ROUND_TABLE, RoundTableRequest
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.comment_events import Comment, Extension, RoundTable
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


def test_before_the_draft_is_sent_there_is_nothing_to_comment_on_or_to_extend(
    office: Office, signed_once: Path
) -> None:
    gus = office(signed_once, "gus")
    comment = AddCommentRequest(inspection=SLUG, bodies=("almo",), says="x", today=DAY)
    extend = ExtendRequest(inspection=SLUG, body="almo", until=DAY, today=DAY)
    with pytest.raises(Refused, match="was not sent to anybody yet"):
        ADD_COMMENT.prepare(gus, comment)
    with pytest.raises(Refused, match="was not sent to anybody yet"):
        EXTEND.prepare(gus, extend)


def test_the_words_of_a_file_are_utf_8_text(tmp_path: Path) -> None:
    words, scan = tmp_path / "words.txt", tmp_path / "scan.txt"
    words.write_bytes("\ufeffIt was 58 – “really”.".encode())
    scan.write_bytes(b"\xff\xfe\x00")
    assert read_comment(words) == "It was 58 – “really”."
    with pytest.raises(WrongUse, match="no text in UTF-8"):
        read_comment(scan)


def test_more_time_is_for_the_draft_that_was_sent_last(office: Office, sent_once: Path) -> None:
    until = dt.date(2004, 7, 9)
    request = ExtendRequest(inspection=SLUG, body="almo", until=until, reason="The board meets late.", today=DAY)
    prepared = EXTEND.prepare(office(sent_once, "gus"), request)
    (draft, _) = prepared.case_file.ledger.sent
    assert prepared.record.details == Extension(
        draft=draft.digest, body="almo", until=until, reason="The board meets late."
    )


def test_a_day_that_the_body_has_already_is_an_obstacle(office: Office, sent_once: Path) -> None:
    request = ExtendRequest(inspection=SLUG, body="almo", until=dt.date(2004, 6, 21), today=DAY)
    (obstacle,) = EXTEND.prepare(office(sent_once, "gus"), request).obstacles
    assert "has until 2004-06-28 already" in obstacle.what


def test_those_present_are_named_once_and_ids_become_names(office: Office, sent_once: Path) -> None:
    request = RoundTableRequest(inspection=SLUG, present=("ann", "Jane Hart", "Ann Lee"), today=DAY)
    table = ROUND_TABLE.prepare(office(sent_once, "gus"), request).record.details
    assert table == RoundTable(on=DAY, present=("Ann Lee", "Jane Hart"), wider=False, note=None)
