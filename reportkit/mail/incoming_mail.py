"""The bytes of an .eml file from outside → its sender, subject and text. Nothing in it is opened, followed or run."""

from __future__ import annotations

import datetime as dt
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final, NoReturn

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.mail.automatic_replies import machine_made
from reportkit.mail.html_text import HIDDEN, words_of_html
from reportkit.mail.message import ADDRESS

LARGEST: Final = 10_000_000
"""Bytes of a message, whatever is attached to it."""

_OUTLOOKS_OWN: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_EMLX = re.compile(rb"\d+\s*\n")
_LONGEST_HEAD: Final = 100_000
_LONGEST_FIELD: Final = 2_000
_LARGEST_TEXT: Final = 200_000
_MOST_PARTS: Final = 100
_MOST_LINES: Final = 200_000
_MOST_NESTS: Final = 20
_CARELESS: Final = frozenset(("us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1"))
_NOT_FOR_MAIL: Final = frozenset(("idna", "punycode", "undefined"))  # Python's own; slow where there is much to decode
_RICH_TEXT: Final = ("application/ms-tnef", "application/vnd.ms-tnef")
WINMAIL: Final = "winmail.dat"
"""What Outlook calls a message in its own form, sent beside or instead of its words."""

_SIGNATURES: Final = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")


class IncomingMail(Struct, frozen=True):
    """The fields of a message, and its text in plain words.

    `plain` and `html` are the texts that are shown, a part each. `attached` are the names of what hangs on it,
    pictures in the text left out. `name` is what the sender is called beside the address, or "". `people` are the
    names and addresses of all whom the message is from and to.
    """

    sender: str
    subject: str
    plain: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    name: str = ""
    people: str = ""


class Stamp(Struct, frozen=True):
    """The marks of a message: its own id ("" where it has none), and when it says that it was sent."""

    id: str
    sent: dt.datetime | None


def stamp(data: bytes) -> Stamp:
    """Return a message's stamp. Raises as `received` does."""
    message = _parsed(data)
    try:
        sent = parsedate_to_datetime(str(message.get("Date", ""))[:_LONGEST_FIELD])
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = None
    if sent is not None and sent.tzinfo is None:  # "-0000": the time zone is unknown
        sent = sent.replace(tzinfo=dt.UTC)
    return Stamp(str(message.get("Message-ID", ""))[:_LONGEST_FIELD].strip(), sent)


def received(data: bytes) -> IncomingMail:
    """Read a message. Raises Refused, in a sentence, for what is too large, no message, or made by a machine."""
    message = _parsed(data)
    subject = _subject(message)
    made = machine_made(message, subject)
    if made:
        _refuse(f"This is {made}", "Wait for a reply that the moderator wrote.")
    parts = tuple(_parts(message))
    plain, html = _texts(parts)
    return IncomingMail(
        sender=_sender(message),
        subject=subject,
        plain=plain,
        html=html,
        attached=tuple(_attached(parts)),
        name=_name(message),
        people=_people(message),
    )


def _parsed(raw: bytes) -> Message:
    data = raw.removeprefix(BOM_UTF8)  # Microsoft 365 puts one before what is downloaded
    if len(data) > LARGEST:
        _refuse(f"The file is larger than {LARGEST // 1_000_000} MB", "Save the reply without its attachments.")
    if data.startswith(_OUTLOOKS_OWN):
        _refuse("The file is in Outlook’s own form (.msg)", "Save the reply as .eml from Outlook on the web.")
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


def _sender(message: Message) -> str:
    fields = message.get_all("From", [])
    # Decoded first, the words of a name could pass for an address.
    addresses = [address for _, address in getaddresses([str(field)[:_LONGEST_FIELD] for field in fields])]
    if len(fields) != 1 or len(addresses) != 1 or not ADDRESS.fullmatch(addresses[0]):
        _refuse("The e-mail does not name one sender", "Save the reply itself, not a message that holds it.")
    senders = [address.lower() for _, address in getaddresses([str(message.get("Sender", ""))[:_LONGEST_FIELD]])]
    if any(address and address != addresses[0].lower() for address in senders):
        _refuse(
            f"The e-mail was sent for {addresses[0].lower()} by {senders[0]}",
            "Ask the moderator to send one themselves.",
        )
    return addresses[0].lower()


def _name(message: Message) -> str:
    """Return what the one sender is called; it is read for nothing but to know their own name below their words."""
    return _decoded(getaddresses([str(message.get("From", ""))[:_LONGEST_FIELD]])[0][0])


def _people(message: Message) -> str:
    fields = (str(field)[:_LONGEST_FIELD] for name in ("From", "To", "Cc") for field in message.get_all(name, []))
    return " ".join(map(_decoded, fields))


def _subject(message: Message) -> str:
    fields = message.get_all("Subject", [""])
    if len(fields) > 1:
        _refuse("The e-mail has more than one subject", "Ask for an ordinary reply.")
    return _decoded(str(fields[0]))


def _decoded(raw: str) -> str:
    if len(raw) > _LONGEST_FIELD:
        _refuse("A line of the e-mail's head is far too long", "Save the reply as an .eml file again.")
    try:
        words = str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        words = raw
    return HIDDEN.sub("", re.sub(r"\s+", " ", words)).strip()


def _texts(parts: Sequence[Message]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the shown parts of plain text and the words of those in HTML; mail programs often write both."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = tuple(_filled(shown, "text/plain"))
    html = tuple(words for page in _filled(shown, "text/html") if (words := words_of_html(page)).strip())
    if not (plain or html):
        if any(map(_is_winmail, parts)):
            _refuse("The e-mail’s words are in winmail.dat, which only Outlook reads", "Ask for a reply in plain text.")
        _refuse("The e-mail has no text", "Ask for an ordinary reply, neither encrypted nor empty.")
    return plain, html


def _is_winmail(part: Message) -> bool:
    """Return whether a part is Outlook's own; some servers give it no type but its name."""
    name = str(part.get_filename() or "").lower()
    return part.get_content_type() in _RICH_TEXT or name == WINMAIL


def _attached(parts: Sequence[Message]) -> Iterator[str]:
    """Yield what hangs on a message, by name; not what belongs to its text, or only signs it."""
    for part in parts:
        kind, name = part.get_content_type(), _decoded(str(part.get_filename() or ""))
        in_the_text = part.get_content_maintype() == "image" and part.get("Content-ID")
        if (name or part.get_content_maintype() == "message") and not in_the_text and kind not in _SIGNATURES:
            yield name or "a message"


def _filled(parts: list[Message], kind: str) -> Iterator[str]:
    """Yield the texts of one kind that are not empty. Raises Refused where they are too long together."""
    size = 0
    for part in parts:
        text = _content(part) if part.get_content_type() == kind else ""
        size += len(text)
        if size > _LARGEST_TEXT:
            _refuse_text()
        if text.strip():
            yield text


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts; a message that is attached is one of them, and what is in it is not."""
    pending, seen = [message], 0
    while pending:
        part = pending.pop(0)
        seen += 1
        if seen > _MOST_PARTS:
            _refuse(f"The e-mail has more than {_MOST_PARTS} parts", "Ask for an ordinary reply.")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            pending += [each for each in inner if isinstance(each, Message)]
        else:
            yield part


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if len(data) > _LARGEST_TEXT:
        _refuse_text()
    text = _text(data, part.get_content_charset() or "utf-8")
    return HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _text(data: bytes, charset: str) -> str:
    """Return the text of some bytes; those that are called plain ASCII or Latin 1 are often something else."""
    for each in ("utf-8", "windows-1252") if charset in _CARELESS else ():
        with suppress(ValueError):
            return data.decode(each)
    try:
        return data.decode("utf-8" if charset in _NOT_FOR_MAIL else charset, "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")


def _refuse_text() -> NoReturn:
    _refuse(f"The e-mail's text is larger than {_LARGEST_TEXT // 1000} kB", "Ask for a short reply.")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
