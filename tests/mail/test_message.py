"""The e-mail that brings a moderator the pack."""

from __future__ import annotations

import datetime as dt
import email
from email.message import EmailMessage
from email.policy import default

import pytest

from reportkit.errors import WrongUse
from reportkit.mail.message import Attachment, Correspondent, eml, reply_lines

ANN = Correspondent("Ann Lee", "ann.lee@example.org")
PIA = Correspondent("Pia Grün (administrator)", "pia@example.org")
AT = dt.datetime(2004, 3, 1, 9, 30, tzinfo=dt.UTC)
PACK = Attachment("elm-homes-pack.docx", b"PK\x03\x04" + bytes(range(256)))
BODY = "Dear Ann,\n\nthe pack is attached – “round 2”.\n\nI agree.\n"


def made(body: str = BODY, attachments: tuple[Attachment, ...] = (PACK,), subject: str = "Elm Homes") -> bytes:
    return eml(ANN, PIA, subject, body, attachments, AT)


def opened(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_message_is_read_again_as_it_was_written() -> None:
    message = opened(made(subject="Elm Homes – version 1a2b 3c4d 5e6f"))
    assert (message["From"].addresses[0].display_name, message["To"].addresses[0].addr_spec) == (PIA.name, ANN.address)
    assert message["Subject"] == "Elm Homes – version 1a2b 3c4d 5e6f"
    assert message["Date"].datetime == AT
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == BODY
    (part,) = message.iter_attachments()
    assert (part.get_filename(), part.get_content()) == (PACK.name, PACK.data)


def test_the_same_message_has_the_same_bytes() -> None:
    assert made() == made()
    assert made(attachments=()) == made(attachments=())
    assert made(body="Other words\n") != made()


def test_every_line_ends_in_cr_lf() -> None:
    data = made()
    assert data.count(b"\n") == data.count(b"\r\n") > 10


def test_outlook_opens_it_as_a_message_not_sent_yet() -> None:
    assert opened(made())["X-Unsent"] == "1"


@pytest.mark.parametrize("subject", ["Elm\nBcc: everybody@example.org", "Elm\r\n\r\nWords"])
def test_a_subject_cannot_put_a_line_into_the_head(subject: str) -> None:
    with pytest.raises(WrongUse, match="cannot be addressed"):
        made(subject=subject)


@pytest.mark.parametrize(
    "to",
    [
        Correspondent("Ann", "ann"),
        Correspondent("Ann", ""),
        Correspondent("Ann", "ann@example.org, bob@example.org"),
        Correspondent("Ann\nBcc: x@example.org", "ann@example.org"),
        Correspondent("Ann", "ann@example.org\nBcc: x@example.org"),
    ],
)
def test_an_address_that_is_none_is_refused_in_a_sentence(to: Correspondent) -> None:
    with pytest.raises(WrongUse, match="cannot be addressed"):
        eml(to, PIA, "Elm Homes", BODY, (), AT)


def test_there_are_three_lines_to_reply_with() -> None:
    assert reply_lines() == ("I agree.", "I do not agree because …", "I need …")
