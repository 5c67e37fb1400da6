"""A Markdown file that begins with a block of keys between two `---` lines."""

from __future__ import annotations

import re

from msgspec import Struct

from reportkit.inspection.origin import Place
from reportkit.reading.problems import Flaw, flaw

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_SHAPE = "Begin the file with a line `---`, then the keys, then a line `---`, then the text."


class Split(Struct, frozen=True):
    """The two parts: the keys' YAML, which begins in line 2, and the text with the line where it begins."""

    keys: str
    text: str
    text_line: int


def split(content: str, path: str) -> Split:
    """The two parts of a file; blank lines around the text are left out. Raises Flaw without both `---`."""
    opening = _OPENING.match(content)
    if opening is None:
        raise flaw(Place(path, 1), "does not begin with a line `---`", _SHAPE)
    closing = _CLOSING.search(content, opening.end())
    if closing is None:
        raise _unclosed(path)
    keys = content[opening.end() : closing.start()]
    text = content[closing.end() :]
    blank = _blank_lines(text)
    return Split(keys, text.strip("\n \t"), 3 + keys.count("\n") + blank)


def _unclosed(path: str) -> Flaw:
    return flaw(Place(path, 1), "the keys have no closing line `---`", "Put a line `---` before the text.")


def _blank_lines(text: str) -> int:
    begun = len(text) - len(text.lstrip("\n \t"))
    return text.count("\n", 0, begun)
