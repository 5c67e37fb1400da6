"""The parts of a message: the texts that are shown, and what hangs on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import Message
from typing import Final, NoReturn

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.mail.html_text import HIDDEN, words_of_html
from reportkit.mail.mail_fields import decoded

_LARGEST_TEXT: Final = 200_000
_MOST_PARTS: Final = 100
_CARELESS: Final = frozenset(("us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1"))
_NOT_FOR_MAIL: Final = frozenset(("idna", "punycode", "undefined"))  # Python's own; slow where there is much to decode
_RICH_TEXT: Final = ("application/ms-tnef", "application/vnd.ms-tnef")
WINMAIL: Final = "winmail.dat"
"""What Outlook calls a message in its own form, sent beside or instead of its words."""

_SIGNATURES: Final = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_OF_SIGNATURES: Final = (".p7s", ".asc", ".sig")
_TEXTS: Final = ("text/plain", "text/html")


class Hanging(Struct, frozen=True):
    """A part that hangs on a message and is not read: its name, and of a picture the SHA-256 ("" of anything else).

    `in_text` is true for a picture that belongs to the text, as a signature's logo does.
    """

    name: str
    picture: str = ""
    in_text: bool = False


def texts_of_parts(parts: Sequence[Message]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the shown parts of plain text and the words of those in HTML; mail programs often write both.

    Raises Refused where there is no text, or far too much.
    """
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = tuple(_filled(shown, "text/plain"))
    html = tuple(words for page in _filled(shown, "text/html") if (words := words_of_html(page)).strip())
    if not (plain or html):
        if any(map(_is_winmail, parts)):
            _refuse("The e-mail’s words are in winmail.dat, which only Outlook reads", "Ask for a reply in plain text.")
        _refuse("The e-mail has no text", "Ask for an ordinary reply, neither encrypted nor empty.")
    return plain, html


def hanging_on(parts: Sequence[Message]) -> Iterator[Hanging]:
    """Yield each part that is no shown text and does not only sign the message."""
    for part in parts:
        kind, name = part.get_content_type(), decoded(str(part.get_filename() or ""))
        is_shown = kind in _TEXTS and part.get_content_disposition() != "attachment"
        if (is_shown and not name) or _only_signs(kind, name):
            continue
        if part.get_content_maintype() == "image":
            yield Hanging(name or "a picture", hashlib.sha256(_data(part)).hexdigest(), bool(part.get("Content-ID")))
        else:
            yield Hanging(name or ("a message" if kind.startswith("message/") else f"a part of type {kind}"))


def parts_of(message: Message) -> Iterator[Message]:
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


def _is_winmail(part: Message) -> bool:
    """Return whether a part is Outlook's own; some servers give it no type but its name."""
    name = str(part.get_filename() or "").lower()
    return part.get_content_type() in _RICH_TEXT or name == WINMAIL


def _only_signs(kind: str, name: str) -> bool:
    return kind in _SIGNATURES and (not name or name.casefold().endswith(_OF_SIGNATURES))


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


def _content(part: Message) -> str:
    data = _data(part)
    if len(data) > _LARGEST_TEXT:
        _refuse_text()
    text = _text(data, part.get_content_charset() or "utf-8")
    return HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _data(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


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
