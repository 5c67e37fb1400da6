"""The table of comments and answers."""

from __future__ import annotations

import datetime as dt

from reportkit.document.block_text import text_of
from reportkit.document.blocks import Document, Table
from reportkit.publications.responses import TEMPLATE, AnsweredComment, Response, response_of
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, SETTING

COMMENT = AnsweredComment(
    about="Paragraph 12: Gas | checks",
    received=dt.date(2004, 6, 16),
    says="Not *so*.\nAnd {{ more }}.",
    answer="Noted.",
)


def document(*comments: AnsweredComment, sent: dt.date | None = dt.date(2004, 6, 14)) -> Document:
    text = (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8")
    response = Response(title="Elm Homes", body="Elm Council", sent=sent, comments=comments)
    return response_of(response, SETTING, {TEMPLATE: Template(TEMPLATE, text, f"templates/{TEMPLATE}")})


def test_each_comment_is_a_row_with_its_answer_word_for_word() -> None:
    told = text_of(
        document(COMMENT, AnsweredComment(about="A", received=COMMENT.received, says="B", answer=None)).blocks
    )
    assert told.splitlines()[0] == "# Elm Homes: your comments and our answers"
    assert "For Elm Council. Our draft report of 14 June 2004 was sent to you for comment." in told
    assert "1\tParagraph 12: Gas | checks\t16 June 2004\tNot *so*." in told
    assert "And {{ more }}.\tNoted." in told
    assert told.splitlines()[-1] == "2\tA\t16 June 2004\tB\tnot given yet"


def test_a_body_without_comments_is_told_so() -> None:
    made = document(sent=None)
    assert not [block for block in made.blocks if isinstance(block, Table)]
    assert text_of(made.blocks).splitlines()[-1] == "You had no comments."
    assert (made.title, made.subject) == (
        "Elm Homes: comments and answers",
        "Comments of Elm Council on the draft report",
    )
