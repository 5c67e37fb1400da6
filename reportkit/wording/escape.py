"""Plain values → Markdown that can only be read as their words, in British English."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

# A slot's token is SLOT_OPENS, digits, SLOT_CLOSES; a mark of origin LINE_OPENS, file:line, LINE_CLOSES.
# They are private-use characters: a value that holds one is escaped like any other mark.
SLOT_OPENS, SLOT_CLOSES, LINE_OPENS, LINE_CLOSES = "\ue000", "\ue001", "\ue002", "\ue003"
PRIVATE = SLOT_OPENS + SLOT_CLOSES + LINE_OPENS + LINE_CLOSES

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


# Entities and not backslashes: Markdown decodes them after it has looked for lists, tables and links.
_MARKS = {ord(mark): _entity(mark) for mark in "\\`*_[]<>&|~^#()!\n\r\t" + PRIVATE}
_PRIVATE = {ord(mark): _entity(mark) for mark in PRIVATE}
_OPENERS = frozenset("-+=:.")
_SPACES = frozenset(" \xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
_NUMBERED = re.compile(r"([0-9]+)\.(?= |$)")


def escaped(text: str) -> str:
    """Return Markdown that is read as exactly this text, wherever in a line it stands."""
    if not text:
        return ""
    marked = text.translate(_MARKS)
    if marked[0] in _OPENERS or marked[0] in _SPACES:
        marked = _entity(marked[0]) + marked[1:]
    elif found := _NUMBERED.match(marked):
        marked = f"{found[1]}&#46;{marked[found.end() :]}"
    return marked[:-1] + _entity(marked[-1]) if marked[-1] in _SPACES else marked


def without_private(text: str) -> str:
    """Return a template's own text, in which nothing can pass for a token."""
    return text.translate(_PRIVATE)


def said(value: object) -> str | None:
    """Return a plain value in words: 19 April 2004, 21,450, yes; or None where it is not a plain value."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float() | Decimal():
            return f"{value:,}"
        case dt.date():
            return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
        case _:
            return None
