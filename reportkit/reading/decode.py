"""Bytes to text: UTF-8 with any line ends, and no character that Word's XML cannot hold."""

from __future__ import annotations

import re

from reportkit.inspection.source_place import Place
from reportkit.reading.problems import ValueFlaw, flaw

LARGEST = 300_000
"""Bytes in one text file: some 60 pages."""

MOST_MARKS = 20_000
"""Lines and signs with a meaning in Markdown in one text file: each costs a parser far more than a letter does."""

_MARKS = b"\n\r[]*_`<>&|!\\"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r")) + b"\x7f"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\ue00f\ufffe\uffff]")
"""What neither a file nor a value in one may hold: a Word document cannot, and U+E000 to E00F are our own marks."""
_SAVE_AS_UTF8 = "Save it as UTF-8 (in Excel: “CSV UTF-8”; in Notepad: Encoding, UTF-8)."


def decode(data: bytes, path: str) -> str:
    """Return the text, with newlines for all line ends and no byte order mark. Raises Flaw."""
    if len(data) > LARGEST:
        raise flaw(Place(path), f"is larger than {LARGEST // 1000} kB", "Split it, or keep large papers elsewhere.")
    if len(data) > MOST_MARKS and len(data) - len(data.translate(None, _MARKS)) > MOST_MARKS:
        message = f"holds more than {MOST_MARKS} lines and marks such as * [ or |"
        raise flaw(Place(path), message, "Split it, or keep large papers elsewhere.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, path) from None
    if len(data) != len(text) or len(data.translate(None, _CONTROLS)) != len(data):
        text = text.removeprefix("\ufeff")
        _refuse_forbidden(text, path)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_forbidden(text: str, path: str) -> None:
    found = FORBIDDEN.search(text)
    if found:
        line = line_of(text, found.start())
        character = f"U+{ord(found[0]):04X}"
        raise flaw(
            Place(path, line),
            f"holds the invisible character {character}, which a document cannot hold",
            "Delete it, or type that line again.",
        )


def _not_utf8(data: bytes, position: int, path: str) -> ValueFlaw:
    line = line_of(data[:position].decode("latin-1"), position)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return flaw(Place(path), "is UTF-16 and not UTF-8", _SAVE_AS_UTF8)
    lone = data[position : position + 1] == b"\xed"  # a lead byte that is wrong only for half a pair
    guess = "half a character (a lone surrogate)" if lone else "perhaps it is Windows-1252"
    return flaw(Place(path, line), f"is not UTF-8: {guess}", _SAVE_AS_UTF8)


def line_of(text: str, position: int) -> int:
    """Return the line, from 1, of a position; lines may end as on Windows, Unix or an old Mac."""
    before = text[:position]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
