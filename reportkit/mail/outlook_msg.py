"""A message as Outlook for Windows saves it (.msg) → the same message as every other program has it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from email.encoders import encode_base64
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING, Final, NoReturn

from reportkit.errors import Refused

if TYPE_CHECKING:  # an extra, which may not be installed
    from oxmsg import Message as OutlookMessage

_COMPOUND_FILE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_NOT_READABLE: Final = (
    AssertionError, AttributeError, IndexError, KeyError, LookupError, NotImplementedError, OSError,
    RecursionError, struct.error, TypeError, ValueError,
)  # fmt: skip
"""What the library raises for a file that is damaged or no message."""

_OF_THE_BODY: Final = ("content-", "mime-version")
_ORDINARY = re.compile(r"IPM\.Note(?:\.SMIME(?:\.MultipartSigned)?)?", re.IGNORECASE)
_OF_MACHINES = re.compile(r"REPORT\.|IPM\.Note\.Rules\.", re.IGNORECASE)
_HEADERS, _SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x007D, 0x0C1A, 0x0C1F, 0x5D01
_MESSAGE_ID, _RICH_TEXT, _KIND, _CONTENT_ID, _SHORT_NAME = 0x1035, 0x1009, 0x370E, 0x3712, 0x3704
_CONTAINERS: Final = ("multipart", "message", "text")
RICH_TEXT: Final = "the message in Outlook’s rich text"
"""The name of what hangs on a message whose words were formatted in a way that only Outlook reads."""

_AS_EML: Final = "save the reply as .eml from Outlook on the web"


class ReaderNotInstalled(Refused):
    """What reads Outlook's own form is not installed here."""


def is_outlook_msg(data: bytes) -> bool:
    """Return whether a file is in Outlook's own form."""
    return data.startswith(_COMPOUND_FILE)


def message_of_msg(data: bytes) -> Message:
    """Return the message in a .msg file. Raises Refused where it cannot be read, or ReaderNotInstalled."""
    try:
        from oxmsg import Message as OutlookMessage
        from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
    except ImportError:
        raise ReaderNotInstalled(
            "The reply is in Outlook’s own form (.msg), and what reads it is not installed",
            remedy=f'Install it with `pip install "reportkit[outlook]"`, or {_AS_EML}.',
        ) from None
    try:
        return _converted(OutlookMessage.load(data))
    except (*_NOT_READABLE, UnrecognizedCodePageError, UnsupportedEncodingError):
        _refuse(
            "The .msg file cannot be read", "Save the reply from Outlook again, or as .eml from Outlook on the web."
        )


def _converted(original: OutlookMessage) -> Message:
    if not _ORDINARY.fullmatch(original.message_class) and not _OF_MACHINES.match(original.message_class):
        _refuse("The .msg file holds no e-mail", "Save the reply itself, not an appointment or a task.")
    message = MIMEMultipart("mixed")
    for name, value in _fields(original):
        message[name] = value
    texts = MIMEMultipart("alternative")
    for words, kind in ((original.body, "plain"), (original.html_body, "html")):
        if words and words.strip():
            texts.attach(MIMEText(words, kind, "utf-8"))
    message.attach(texts)
    for part in _attachments(original):
        message.attach(part)
    return message


def _fields(original: OutlookMessage) -> Iterator[tuple[str, str]]:
    """Yield the head as it came; of a message that never left Outlook's own server, what the server kept instead."""
    headers = HeaderParser(policy=compat32).parsestr(original.properties.str_prop_value(_HEADERS) or "")
    fields = [(name, str(value)) for name, value in headers.items() if not name.lower().startswith(_OF_THE_BODY)]
    yield from fields
    if _OF_MACHINES.match(original.message_class):
        yield "Auto-Submitted", "auto-replied"
    if "from" not in (name.lower() for name, _ in fields):
        yield from _kept_instead(original)


def _kept_instead(original: OutlookMessage) -> Iterator[tuple[str, str]]:
    text = original.properties.str_prop_value
    yield "From", formataddr((text(_SENDER_NAME) or "", text(_SENDER_SMTP) or text(_SENDER_ADDRESS) or ""))
    yield "Subject", original.subject
    if original.sent_date:
        yield "Date", format_datetime(original.sent_date)
    if text(_MESSAGE_ID):
        yield "Message-ID", text(_MESSAGE_ID) or ""


def _attachments(original: OutlookMessage) -> Iterator[MIMEBase]:
    for each in original.attachments:
        text = each.properties.str_prop_value
        part = MIMEBase(*_kind(text(_KIND) or ""))
        part.set_payload(each.file_bytes or b"")
        encode_base64(part)
        part.add_header("Content-Disposition", "attachment", filename=each.file_name or text(_SHORT_NAME) or "a file")
        if text(_CONTENT_ID):
            part["Content-ID"] = f"<{text(_CONTENT_ID)}>"
        yield part
    if not original.html_body and original.properties.binary_prop_value(_RICH_TEXT):
        part = MIMEBase("application", "rtf")
        part.add_header("Content-Disposition", "attachment", filename=RICH_TEXT)
        yield part


def _kind(named: str) -> tuple[str, str]:
    found = re.fullmatch(r"([a-z]+)/([a-z0-9.+-]+)", named.lower())
    return (found[1], found[2]) if found and found[1] not in _CONTAINERS else ("application", "octet-stream")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
