"""The plainest YAML, read without a parser: lines of `key: text` and `key: [one, two]`.

Nearly all front matter is written so, and there are thousands of them. Whatever is not surely in
that form is left to the parser; tests hold the two equal.
"""

from __future__ import annotations

import re
from typing import Any

_LINE = re.compile(
    r"^([a-z][a-z0-9-]{0,39}):"
    r"(?: +(?:"
    r"([A-Za-z0-9£À-ÿ‘“](?:[^\t\n\ufeff]*[^ \t\n\ufeff])?)"  # plain text
    r'|"([^"\\\t\n\ufeff]*)"'  # in double quotation marks, with nothing escaped
    r"|'([^'\t\n\ufeff]*)'"  # in single ones
    r"|\[([^\[\]\n]*)\]"  # a list on one line
    r"))? *$",
    re.MULTILINE,
)
_PLAIN_ITEM = r"[A-Za-z0-9][A-Za-z0-9 _./()+-]*"
_PLAIN_ITEMS = re.compile(rf" *{_PLAIN_ITEM}(?:, *{_PLAIN_ITEM})*")
_ITEM = re.compile(rf"""({_PLAIN_ITEM})|"([^"\\\t\ufeff]+)"|'([^'\t\ufeff]+)'""")
_MANY = 5000  # characters: beyond, the parser's bounds hold
_NOT_GIVEN = frozenset(("null", "Null", "NULL"))


def load(text: str, first: int) -> tuple[dict[str, Any], dict[str, int]] | None:
    """Return the keys with their values, and with their lines from `first` on; None where the parser must decide."""
    found = _LINE.findall(text) if len(text) < _MANY else []
    if not found or not _is_all(text, len(found)):
        return None
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for number, (key, plain, double, single, items) in enumerate(found, first):
        lines[key] = number
        if items:
            values[key] = _items(items)
            if values[key] is None:
                return None
        elif plain and _means_more(plain):
            return None
        elif (value := plain or double or single) and plain not in _NOT_GIVEN:
            values[key] = value
    return (values, lines) if len(lines) == len(found) else None


def _is_all(text: str, lines: int) -> bool:
    """Return whether so many lines are the whole text, and none of them holds an empty list."""
    return text.count("\n") == lines and text[-1] == "\n" and "[]" not in text


def _means_more(plain: str) -> bool:
    """Return whether a colon or a number sign in text without quotation marks is more to YAML than a character."""
    return ": " in plain or " #" in plain or plain[-1] == ":"


def _items(text: str) -> list[str] | None:
    if _PLAIN_ITEMS.fullmatch(text):
        items = [item.strip(" ") for item in text.split(",")]
    else:
        found = [_ITEM.fullmatch(piece.strip(" ")) for piece in text.split(",")]
        items = [item[2] or item[3] or item[1] for item in found if item]
        if len(items) < len(found):
            return None
    return items if _NOT_GIVEN.isdisjoint(items) else None
