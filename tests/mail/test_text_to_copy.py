"""A message as text to copy, for programs that do not send an .eml file."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit

from reportkit.mail.message import Attachment, Correspondent, eml
from reportkit.mail.text_to_copy import text_to_copy

ANN, PIA = Correspondent("Ann Lee", "ann.lee@example.org"), Correspondent("Pia Grün", "pia@example.org")
PAPERS = (Attachment("elm-pack.docx", b"PK"), Attachment("elm-draft-report.docx", b"PK"))
BODY = "Dear Ann,\n\nthe pack is attached – “round 2” & more?\n\nI agree.\n"
SUBJECT = "Elm Homes: moderation, round 1, version 1A2B-3C4D-5E6F-7G8H-9J0K"


def copied(body: str = BODY, papers: tuple[Attachment, ...] = PAPERS) -> list[str]:
    data = eml(ANN, PIA, SUBJECT, body, papers, dt.datetime(2004, 3, 1, tzinfo=dt.UTC))
    return text_to_copy(data, "elm-pack-ann.eml").decode().split("\r\n")


def test_it_says_to_whom_about_what_and_what_to_attach() -> None:
    assert copied()[:4] == [
        "To: Ann Lee <ann.lee@example.org>",
        f"Subject: {SUBJECT}",
        "Attach: elm-pack.docx, elm-draft-report.docx",
        "(Open elm-pack-ann.eml and save them from there; mail programs that only show it do that, too.)",
    ]
    assert not any(line.startswith("Attach") for line in copied(papers=()))


def test_its_words_are_those_of_the_message() -> None:
    lines = copied()
    assert "\n".join(lines[lines.index("-" * 40) + 1 :]) == BODY


def test_a_link_begins_the_same_message() -> None:
    (link,) = (line for line in copied() if line.startswith("mailto:"))
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "ann.lee@example.org")
    assert parse_qs(parts.query) == {"subject": [SUBJECT], "body": [BODY.replace("\n", "\r\n")]}


def test_a_link_that_would_be_too_long_is_without_the_words() -> None:
    (link,) = (line for line in copied("word " * 500) if line.startswith("mailto:"))
    assert parse_qs(urlsplit(link).query).keys() == {"subject"}
