"""The short way for plain prose: paragraphs found without a Markdown parser, exactly as it would find them.

Most findings hold no markup at all. Whatever *might* mean something (a mark, an indent, a line that
could begin a list or underline a heading) is left to the parser, so this way is never wrong, only
sometimes not taken. A property test holds the two ways equal.
"""

from __future__ import annotations

import re

# Marks with a meaning anywhere in a line. `|` makes tables, `\t` indents, `\0` is replaced by the parser.
_MARKS = ("\\", "`", "*", "_", "[", "<", "&", "|", "^", "\t", "\0")
# Marks with a meaning where a line begins: headings, quotes, lists, fences, underlines of a heading.
_OPENERS = frozenset("#>-+=~")
_NUMBERED = re.compile(r"[0-9]+[.)]")


def clean(text: str) -> str:
    """Return the text with one kind of line end and without soft hyphens, which Word leaves behind."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\xad", "") if "\xad" in text else text


def has_marks(text: str) -> bool:
    """Whether any mark stands in the text that can mean something inside a line."""
    return any(mark in text for mark in _MARKS)  # four times as fast as one regular expression


def plain_paragraphs(text: str) -> list[str] | None:
    """Return the paragraphs of a clean text without markup, or None where the parser must look at it."""
    if has_marks(text):
        return None
    paragraphs: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if not line:
            if lines:
                paragraphs.append(" ".join(lines))
                lines = []
        elif _may_mean_something(line):
            return None
        else:
            lines.append(line)
    if lines:
        paragraphs.append(" ".join(lines))
    return paragraphs


def _may_mean_something(line: str) -> bool:
    first = line[0]
    if first in _OPENERS or first.isspace() or line[-1].isspace():
        return True
    return first.isdigit() and _NUMBERED.match(line) is not None
