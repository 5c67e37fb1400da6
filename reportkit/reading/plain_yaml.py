"""The plainest YAML, read without a parser: lines of `key: text` and `key: [one, two]`.

Nearly all front matter is written so, and there are thousands of them. Whatever is not surely in
that form is left to the parser; tests hold the two equal.
"""

from __future__ import annotations

import re
from typing import Any

_LINE = re.compile(
    r"([a-z][a-z0-9-]{0,39}):"
    r"(?: +(?:"
    r"([A-Za-z0-9£À-ÿ‘“][^\t\ufeff]*)"  # plain text
    r'|"([^"\\\t\ufeff]*)"'  # in double quotation marks, with nothing escaped
    r"|'([^'\t\ufeff]*)'"  # in single ones
    r"|\[([^\[\]]*)\]"  # a list on one line
    r"))? *"
)
_ITEM = re.compile(r""" *(?:([A-Za-z0-9][A-Za-z0-9 _./()+-]*)|"([^"\\\t\ufeff]+)"|'([^'\t\ufeff]+)') *""")
_NOT_GIVEN = frozenset(("null", "Null", "NULL"))


def load(text: str, first: int) -> tuple[dict[str, Any], dict[str, int]] | None:
    """The keys with their values, and with their lines from `first` on; None where the parser must decide."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.rstrip("\n").split("\n"), first):
        if line[:1] in ("", "#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None or found[1] in lines:
            return None
        lines[found[1]] = number
        value = _value(found)
        if value is None:
            return None
        if value != "":
            values[found[1]] = value
    return (values, lines) if lines else None


def _value(found: re.Match[str]) -> str | list[str] | None:
    """A line's value, "" where none is given, None where the parser must decide."""
    _, text, double, single, items = found.groups()
    if text is not None:
        text = text.rstrip(" ")
        if ": " in text or " #" in text or text[-1] == ":":
            return None
        return "" if text in _NOT_GIVEN else text
    return _items(items) if items is not None else double or single or ""


def _items(text: str) -> list[str] | None:
    if not text.strip(" "):
        return []
    items: list[str] = []
    for piece in text.split(","):
        found = _ITEM.fullmatch(piece)
        if found is None:
            return None
        item = found[found.lastindex or 0]
        if item in _NOT_GIVEN:
            return None
        items.append(item.rstrip(" ") if found.lastindex == 1 else item)
    return items
