"""The bytes of a saved e-mail from outside → its sender, subject and text. Nothing in it is opened, followed or run."""

from __future__ import annotations

import datetime as dt
import re
from codecs import BOM_UTF8
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime
from typing import Final, NoReturn

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.mail.automatic_replies import machine_made
from reportkit.mail.mail_fields import LONGEST_FIELD, flags_of, name_of, people_of, sender_of, subject_of
from reportkit.mail.mail_parts import Hanging, hanging_on, parts_of, texts_of_parts
from reportkit.mail.outlook_msg import is_outlook_msg, message_of_msg

LARGEST: Final = 10_000_000
"""Bytes of a message, whatever is attached to it."""

_EMLX = re.compile(rb"\d+\s*\n")
_LONGEST_HEAD: Final = 100_000
_MOST_LINES: Final = 200_000
_MOST_NESTS: Final = 20


class IncomingMail(Struct, frozen=True):
    """The fields of a message, and its text in plain words.

    `plain` and `html` are the texts that are shown, a part each. `hanging` is what hangs on it and is not read.
    `name` is what the sender is called beside the address, or "". `people` are the names and addresses of all whom
    the message is from and to. `flags` are other words of its head that a mail program shows.
    """

    sender: str
    subject: str
    plain: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    hanging: tuple[Hanging, ...] = ()
    name: str = ""
    people: str = ""
    flags: tuple[str, ...] = ()


class Stamp(Struct, frozen=True):
    """The marks of a message: its own id ("" where it has none), and when it says that it was sent."""

    id: str
    sent: dt.datetime | None


def stamp(data: bytes) -> Stamp:
    """Return a message's stamp. Raises as `received` does."""
    message = _parsed(data)
    try:
        sent = parsedate_to_datetime(str(message.get("Date", ""))[:LONGEST_FIELD])
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = None
    if sent is not None and sent.tzinfo is None:  # "-0000": the time zone is unknown
        sent = sent.replace(tzinfo=dt.UTC)
    return Stamp(str(message.get("Message-ID", ""))[:LONGEST_FIELD].strip(), sent)


def received(data: bytes) -> IncomingMail:
    """Read a message. Raises Refused, in a sentence, for what is too large, no message, or made by a machine."""
    message = _parsed(data)
    subject = subject_of(message)
    made = machine_made(message, subject)
    if made:
        _refuse(f"This is {made}", "Wait for a reply that the moderator wrote.")
    parts = tuple(parts_of(message))
    plain, html = texts_of_parts(parts)
    return IncomingMail(
        sender=sender_of(message),
        subject=subject,
        plain=plain,
        html=html,
        hanging=tuple(hanging_on(parts)),
        name=name_of(message),
        people=people_of(message),
        flags=flags_of(message),
    )


def _parsed(raw: bytes) -> Message:
    data = raw.removeprefix(BOM_UTF8)  # Microsoft 365 puts one before what is downloaded
    if len(data) > LARGEST:
        _refuse(f"The file is larger than {LARGEST // 1_000_000} MB", "Save the reply without its attachments.")
    if is_outlook_msg(data):
        return message_of_msg(data)
    if _EMLX.match(data):
        _refuse("The file is in the form in which Apple’s mail program keeps it (.emlx)", "Save it as raw source.")
    head = re.split(rb"\r?\n\r?\n", data[: _LONGEST_HEAD + 1], maxsplit=1)[0]
    if len(head) > _LONGEST_HEAD or not re.search(rb"(?im)^from:", head):
        _refuse("The file is no e-mail", "Save the reply from the mail program as an .eml file.")
    # Each boundary is looked for in each line below it, so many of both would take hours.
    if data.count(b"\n") > _MOST_LINES or len(re.findall(rb"(?i)boundary", data)) > _MOST_NESTS:
        _refuse("The e-mail is made of too many parts", "Save the reply without its attachments.")
    try:
        return message_from_bytes(data, policy=compat32)
    except (MessageError, ValueError, RecursionError):
        _refuse("The e-mail cannot be read", "Save the reply as an .eml file again.")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
