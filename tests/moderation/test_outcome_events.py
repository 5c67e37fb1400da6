"""What an event that goes out to everyone says of itself that cannot be: each line is refused as it is made."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from reportkit.moderation import outcome_events as an
from tests.moderation.builders import DAY, EXAMPLES

LATER = DAY + dt.timedelta(1)
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "letters to no one": ("letters", {"letters": ()}, "each body gets one letter"),
    "two letters to one body": (
        "letters",
        {"letters": (an.Letter(body="odpm", document="a.docx"), an.Letter(body="odpm", document="b.docx"))},
        "each body gets one letter",
    ),
    "money from another day": ("letters", {"qualifies": LATER}, "from the day of its letter"),
    "money for a fair service": ("letters", {"service": "fair"}, "only a good or an excellent service"),
    "letters on no sign-offs": ("letters", {"rests_on": ()}, "in order, each once"),
    "a correction in the original's file": ("correction", {"document": "a.docx"}, "a file of its own"),
    "a correction older than the original": ("correction", {"dated": LATER}, "not older"),
    "a finding left out twice": ("published", {"left_out": ("a", "a")}, "in order, each once"),
    "a re-inspection of what is good": ("re-inspection-agreed", {"judgement": "good"}, "below good"),
    "a clearance for nothing": ("clearance", {"for_": ()}, "in order, each once"),
    "a clearance out of order": ("clearance", {"for_": ("report", "letters")}, "in order, each once"),
}


@pytest.mark.parametrize(("event", "changes", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused(event: str, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        structs.replace(EXAMPLES[event], **changes)


def test_each_event_names_its_documents() -> None:
    assert EXAMPLES["letters"].documents == ("l.docx", "l.pdf", "r.docx", "r.pdf")
    assert structs.replace(EXAMPLES["letters"], release=None).documents == ("l.docx", "l.pdf")
    assert EXAMPLES["correction"].documents == ("b.docx", "b.pdf")
    assert EXAMPLES["published"].documents == ("r.docx", "r.pdf", "c.docx")
    assert EXAMPLES["dispatch"].documents == ()
