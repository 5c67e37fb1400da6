"""Replies that Outlook for Windows saved, in its own form."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.mail.incoming_mail import stamp
from reportkit.mail.outlook_msg import RICH_TEXT
from reportkit.mail.replies import read_reply
from tests.every_case import every_case
from tests.mail import mail_programs as by
from tests.mail.mail_programs import KNOWN, PACK
from tests.mail.outlook_files import msg

HEAD = (
    "Return-Path: <corin@office.example>\r\nFrom: Corin Blaydale <corin@office.example>\r\n"
    "Message-ID: <1@office.example>\r\n"
    f"To: Wynn Ashgrove <wynn@office.example>\r\nSubject: RE: {by.ASKED}\r\nDate: {by.SENT}\r\n"
    'Content-Type: multipart/alternative; boundary="gone"\r\nMIME-Version: 1.0\r\n\r\n'
)
BELOW = f"\r\n\r\nFrom: Wynn Ashgrove \r\nSent: 11 June 2004 10:00\r\nTo: Corin Blaydale\r\n\r\n{PACK}"
PAGE = "<html><body><p class=MsoNormal>I agree.</p></body></html>"
LONG = "I need the survey." + " More of it." * 500


@every_case(
    ("data", "answer", "asked"),
    [
        (msg(HEAD, f"I agree.{BELOW}"), "agree", False),
        (msg(HEAD, "I agree.", PAGE), "agree", False),
        (msg(HEAD, html=PAGE), "agree", False),
        (msg(HEAD, LONG), "need", False),
        (
            msg("", "I agree.", sender="Corin Blaydale", address="corin@office.example", subject=f"RE: {by.ASKED}"),
            "agree",
            False,
        ),
        (msg(HEAD, "I agree.", attachments=(("comments.docx", b"PK" * 3000),)), "agree", True),
        (msg(HEAD, "I agree.", rich="yes"), "agree", True),
        (msg(HEAD, "I agree.", PAGE.replace("</p>", "</p><p>Look at table 2.</p>")), "agree", True),
    ],
    ids=lambda each: f"{len(each[0])} bytes",
)
def test_it_is_read_as_the_same_message_in_another_form(data: bytes, answer: str, asked: bool) -> None:
    reply = read_reply(data, KNOWN)
    assert (reply.answer, reply.codes, reply.sender) == (answer, (by.CODE,), "corin@office.example")
    assert bool(reply.beside or reply.attached) is asked


def test_it_has_the_id_and_the_time_of_the_message() -> None:
    found = stamp(msg(HEAD, "I agree."))
    assert (found.id, found.sent and found.sent.isoformat()) == ("<1@office.example>", "2004-06-14T09:00:00+01:00")


def test_what_only_outlook_can_show_is_named() -> None:
    assert read_reply(msg(HEAD, "I agree.", rich="yes"), KNOWN).attached == (RICH_TEXT,)


@every_case(
    ("data", "sentence"),
    [
        (msg(HEAD, f"I agree, but for 12.{BELOW}"), "says more than “I agree”"),
        (msg(HEAD, "I agree.", kind="REPORT.IPM.Note.IPNRN"), "This is an automatic reply"),
        (msg(HEAD, "I agree.", kind="IPM.Note.Rules.OofTemplate.Microsoft"), "This is an automatic reply"),
        (msg(HEAD, "I agree.", kind="IPM.Appointment"), "holds no e-mail"),
        (msg("", "I agree.", subject=by.ASKED), "does not name one sender"),
        (msg(HEAD), "has no text"),
        (msg(HEAD, "I agree.")[:700], "cannot be read"),
    ],
    ids=lambda each: each[1],
)
def test_what_is_no_ordinary_reply_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read_reply(data, KNOWN)


def test_without_the_library_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    with pytest.raises(Refused, match=r"not installed. Install it with `pip install \"reportkit\[outlook\]"):
        read_reply(msg(HEAD, "I agree."), KNOWN)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 255), st.integers(1, 600))
@example(1508, 0, 5)  # an encoding that there is not
def test_whatever_is_damaged_a_sentence_is_the_worst_that_comes(place: int, value: int, count: int) -> None:
    whole = msg(HEAD, "I agree.", PAGE)
    place %= len(whole)
    with suppress(Refused):
        read_reply(whole[:place] + bytes([value]) * count + whole[place + count :], KNOWN)
