"""What an event with the bodies says of itself that cannot be: each line is refused as it is made."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from reportkit.moderation import comment_events as co
from tests.moderation.builders import DAY, EXAMPLES, SOME

COPY = co.Copy(body="almo", document="a.docx", due=DAY)
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "a draft on no sign-offs": ("draft-sent", {"rests_on": ()}, "in order, each once"),
    "a draft on a sign-off twice": ("draft-sent", {"rests_on": (SOME, SOME)}, "in order, each once"),
    "a draft for no one": ("draft-sent", {"copies": ()}, "each body gets one copy"),
    "two copies for one body": (
        "draft-sent",
        {
            "copies": (
                co.Copy(body="almo", document="a.docx", due=DAY),
                co.Copy(body="almo", document="b.docx", due=DAY),
            )
        },
        "each body gets one copy",
    ),
    "a comment of no one": ("comment", {"bodies": ()}, "names the bodies"),
    "a comment of one body twice": ("comment", {"bodies": ("almo", "almo")}, "names the bodies"),
    "a comment on two things": ("comment", {"section": "context"}, "on a finding or on a section"),
    "no comments, on a finding": ("comment", {"says": None}, "has none on a paragraph either"),
    "a change told twice": (
        "comment-answer",
        {"changed": (co.ChangedFile(path="a.md"), co.ChangedFile(path="a.md"))},
        "in order, each once",
    ),
    "nothing to change, and a change": ("comment-answer", {"verdict": "accepted", "without_change": True}, "only what"),
    "nothing to change, and not accepted": ("comment-answer", {"changed": (), "without_change": True}, "only what"),
    "accepted, and nothing changed": (
        "comment-answer",
        {"verdict": "accepted", "changed": ()},
        "says that nothing was to be changed",
    ),
    "a round table of no one": ("round-table", {"present": ()}, "names everyone"),
    "a round table with one twice": ("round-table", {"present": ("Ann", "Ann")}, "names everyone"),
}


@pytest.mark.parametrize(("event", "changes", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused(event: str, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        structs.replace(EXAMPLES[event], **changes)


def test_a_body_may_say_that_it_has_no_comments() -> None:
    none = co.Comment(draft=SOME, bodies=("almo",), received=dt.date(2004, 6, 14))
    assert none.is_none
    assert not structs.replace(none, says="Not so.").is_none


def test_each_event_names_its_documents() -> None:
    assert EXAMPLES["draft-sent"].documents == ("a.docx", "b.docx")
    assert EXAMPLES["comment"].documents == ("c.eml",)
    assert structs.replace(EXAMPLES["comment"], file=None).documents == ()
