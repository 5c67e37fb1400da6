"""A Markdown file that begins with a block of keys between two `---` lines."""

from __future__ import annotations

import re

from msgspec import Struct

from reportkit.inspection.source_place import Place
from reportkit.reading.problems import flaw

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"\n---[ \t]*(?:\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_SHAPE = "Begin the file with a line `---`, then the keys, then a line `---`, then the text."


class Split(Struct, frozen=True):
    """The two parts: the keys' YAML, which begins in line 2, and the text with the line where it begins."""

    keys: str
    text: str
    text_line: int


def split(content: str, path: str) -> Split:
    """Return the two parts of a file; blank lines around the text are left out. Raises Flaw without both `---`."""
    begins = _end_of_opening(content, path)
    closing = _CLOSING.search(content, begins - 1)  # from the end of the line above
    if closing is None:
        raise flaw(Place(path, 1), "the keys have no closing line `---`", "Put a line `---` before the text.")
    keys = content[begins : closing.start() + 1]
    blank = _BLANK_LINES.match(content, closing.end())
    text_begins = blank.end() if blank else closing.end()
    return Split(keys, content[text_begins:].rstrip(), 1 + content.count("\n", 0, text_begins))


def _end_of_opening(content: str, path: str) -> int:
    opening = _OPENING.match(content)
    if opening is None:
        raise flaw(Place(path, 1), "does not begin with a line `---`", _SHAPE)
    return opening.end()
