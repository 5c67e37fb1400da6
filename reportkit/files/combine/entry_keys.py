"""By what an entry is known again in another version: a key, an id, or a table row's code and scope."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportkit.files.combine.layout import Branch, Raw, value_of
from reportkit.reading.names import ID_PATTERN

_ID = re.compile(ID_PATTERN)
# The first that tells all entries of all versions apart is taken.
_NAMED_BY = (
    ("id",),
    ("code", "scope"),
    ("code", "year", "scope"),
    ("rule", "about"),
    ("service",),
    ("title",),
    ("name",),
    ("what",),
)
_NEEDED = ("id", "code", "rule", "service", "title", "name", "what")


def keyed(base: Branch, ours: Branch, theirs: Branch) -> tuple[list[str], list[str], list[str]] | None:
    """Return the key of each entry of three versions; None where entries cannot be told apart."""
    sides = (base, ours, theirs)
    if ours.kind == "keys":
        names = [[entry.key for entry in side.entries] for side in sides]
        return _if_different(names)
    values = [[value_of(entry.node) for entry in side.entries] for side in sides]
    if all(_is_id(value) for side in values for value in side):
        return _if_different(values)
    for fields in _NAMED_BY:
        found = _if_different([[_named(value, fields) for value in side] for side in values])
        if found:
            return found
    return None


def _is_id(value: Raw) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _named(value: Raw, fields: Sequence[str]) -> str:
    """Return an item's name, "" where it has none."""
    if not isinstance(value, dict) or not all(isinstance(value.get(name, ""), str) for name in fields):
        return ""
    if not value.get(next(name for name in fields if name in _NEEDED)):
        return ""
    return " ".join(filter(None, (value.get(name, "") for name in fields)))


def _if_different(names: list[list[str]]) -> tuple[list[str], list[str], list[str]] | None:
    if not all(all(side) and len(set(side)) == len(side) for side in names):
        return None
    base, ours, theirs = names
    return base, ours, theirs
