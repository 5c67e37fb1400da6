"""The words of HTML that came by e-mail, a line for each block; nothing in it is followed, loaded or run."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Final

_TAG = re.compile(r"(<[/!a-zA-Z][^<>]*>)")
_NAME = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_BLOCKS: Final = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "hr", "blockquote"))
_UNSEEN: Final = frozenset(("style", "script", "head", "title"))
_STRUCK: Final = frozenset(("s", "strike", "del"))
_LINE_THROUGH = re.compile(r"line-through", re.IGNORECASE)
_VOID: Final = frozenset(("br", "hr", "img", "input", "meta", "link", "wbr"))
STRUCK_OUT: Final = "[struck out: "
"""What stands before words that are struck out, so that no line begins with them."""
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What would hide or reorder words on a screen."""


class _Within:
    """A test for a place in HTML within an element of one kind; one of the same name may be open within it."""

    def __init__(self, begins: Callable[[str, str], bool]) -> None:
        self._begins = begins
        self._name = ""
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def meets(self, tag: str, piece: str) -> None:
        """Take note of a tag, by its name and as it stands there."""
        closes = piece.startswith("</")
        if self._depth and tag == self._name:
            self._depth += -1 if closes else 1
        elif not self._depth and not closes and self._begins(tag, piece):
            self._name, self._depth = tag, 1


def words_of_html(text: str) -> str:
    """Return the words of HTML, a line for each block; without styles, scripts and comments.

    Quoted lines begin with ">", as in plain text. Words that are struck out are marked as such. Python's own parser
    takes minutes for a page that is made to keep it busy; this goes through it once.
    """
    words: list[str] = []
    unseen = _Within(lambda tag, _: tag in _UNSEEN)
    quoted = _Within(lambda tag, _: tag == "blockquote")
    struck = _Within(lambda tag, piece: tag in _STRUCK or bool(_LINE_THROUGH.search(piece)))
    for place, piece in enumerate(_TAG.split(_without_comments(text))):
        name = _NAME.match(piece) if place % 2 else None
        tag = name[2].lower() if name else ""
        for each in (unseen, quoted, struck) if tag and tag not in _VOID else ():
            each.meets(tag, piece)
        if tag in _BLOCKS:
            words.append("\n> " if quoted else "\n")
        elif not tag and not unseen:
            shown = re.sub(r"\s+", " ", unescape(piece))
            words.append(f"{STRUCK_OUT}{shown.strip()}]" if struck and shown.strip() else shown)
    return HIDDEN.sub("", "".join(words))


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(each.partition("-->")[2] for each in others)
