"""An e-mail for a person to send: a file that any mail program opens, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from textwrap import fill
from typing import Final

from msgspec import Struct

from reportkit.errors import WrongUse

AGREE: Final = "I agree"
NOT_AGREED: Final = "I do not agree because"
NEED: Final = "I need"

ADDRESS: Final = re.compile(r"[^\s@<>()\",;:\\]{1,64}@[A-Za-z0-9.-]{1,190}")
"""An ordinary e-mail address."""

_WIDTH: Final = 72

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Correspondent(Struct, frozen=True):
    """A person who writes or is written to."""

    name: str
    address: str


class Attachment(Struct, frozen=True):
    """A file that goes with a message."""

    name: str
    data: bytes
    kind: str = DOCX


def reply_lines() -> tuple[str, str, str]:
    """Return the three lines of which a moderator sends back one."""
    return (f"{AGREE}.", f"{NOT_AGREED} …", f"{NEED} …")


def paragraphs(*texts: str) -> str:
    """Return a message's text: a paragraph each, on lines too short to be broken when quoted."""
    return "\n\n".join("\n".join(map(_filled, text.split("\n"))) for text in texts) + "\n"


def _filled(line: str) -> str:
    return fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False)


def eml(
    to: Correspondent,
    sender: Correspondent,
    subject: str,
    body: str,
    attachments: tuple[Attachment, ...],
    date: dt.datetime,
) -> bytes:
    """Return a message as the bytes of an .eml file: UTF-8, lines ended by CR LF, the same for the same input.

    `date` has a time zone. Outlook opens the file as a message not sent yet. Raises WrongUse for an address that is
    none, and for a name or subject that does not stand on one line.
    """
    message = _addressed(to, sender, subject)
    message["Date"] = format_datetime(date)
    message["X-Unsent"] = "1"
    message.set_content(body)
    for each in attachments:
        maintype, _, subtype = each.kind.partition("/")
        message.add_attachment(each.data, maintype=maintype, subtype=subtype, filename=each.name)
    if attachments:
        message.set_boundary(_boundary(body, attachments))
    return message.as_bytes()


def _addressed(to: Correspondent, sender: Correspondent, subject: str) -> EmailMessage:
    """Return an empty message. Raises WrongUse for an address, a name or a subject that cannot be written."""
    message = EmailMessage(policy=SMTP)
    try:
        message["From"], message["To"] = _address(sender), _address(to)
        message["Subject"] = subject
    except (ValueError, MessageError) as error:
        raise WrongUse(f"The message to {to.name!r} cannot be addressed: {error}") from None
    return message


def _address(who: Correspondent) -> Address:
    if any(ord(character) < ord(" ") for character in who.name):
        raise ValueError("a name stands on one line")
    if not ADDRESS.fullmatch(who.address):
        raise ValueError(f"{who.address!r} is no e-mail address")
    return Address(who.name, addr_spec=who.address)


def _boundary(body: str, attachments: tuple[Attachment, ...]) -> str:
    """Return a line that stands in no part: Python would draw it by lot, and each time another."""
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass"))
    for each in attachments:
        digest.update(hashlib.sha256(each.data).digest())
    return f"=_{digest.hexdigest()[:40]}"
