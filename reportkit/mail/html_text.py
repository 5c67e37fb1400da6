"""The words of HTML that came by e-mail, a line for each block; nothing in it is followed, loaded or run."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Final

from reportkit.mail.html_marks import (
    NOT_SHOWN,
    STRUCK_OUT,
    in_place_of_words,
    marked,
    styles_of,
    words_of_styles,
)

_TAG = re.compile(r"(<[/!a-zA-Z][^<>]*>)")
_NAME = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_BLOCKS: Final = frozenset(
    ("p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "table",
     "ul", "ol", "dl", "dt", "dd", "section", "article", "center")
)  # fmt: skip
_UNSEEN: Final = frozenset(("style", "script", "head", "title", "xml"))
_VOID: Final = frozenset(("br", "hr", "img", "input", "meta", "link", "wbr"))
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

    Quoted lines begin with ">", as in plain text. Words that are struck out or hidden are marked as such, and a
    picture or a filled field stands for itself in brackets. Python's own parser takes minutes for a page that is made
    to keep it busy; this goes through it once.
    """
    page, sheets = _without_comments(text), text.replace("<!--", "").replace("-->", "")
    styles = styles_of(sheets)
    words: list[str] = []
    unseen, quoted = _Within(lambda tag, _: tag in _UNSEEN), _Within(lambda tag, _: tag == "blockquote")
    struck, hidden = _Within(styles.strikes), _Within(styles.hides)
    for place, piece in enumerate(_TAG.split(page)):
        name = _NAME.match(piece) if place % 2 else None
        tag = name[2].lower() if name else ""
        for each in (unseen, quoted, struck, hidden) if tag and tag not in _VOID else ():
            each.meets(tag, piece)
        if tag in _BLOCKS:
            words.append("\n> " if quoted else "\n")
        elif not unseen:
            shown = in_place_of_words(tag, piece) if place % 2 else re.sub(r"\s+", " ", unescape(piece))
            words.append(marked(shown, (bool(struck), STRUCK_OUT), (bool(hidden), NOT_SHOWN)))
    return HIDDEN.sub("", "".join([*words, *(f"\n{each}" for each in words_of_styles(sheets))]))


def _without_comments(text: str) -> str:
    """Return HTML without comments, and with what a comment has for Outlook alone."""
    first, *others = text.split("<!--")
    return first + "".join(map(_after_comment, others))


def _after_comment(text: str) -> str:
    """Return what is shown of a text that begins with a comment's inside; “<!-->” is a whole one."""
    closed = re.match(r"-?>", text)
    if closed:
        return text[closed.end() :]
    inside, _, after = text.partition("-->")
    for_outlook = inside.partition("]>")[2].replace("<![endif]", "") if inside.startswith("[if") else ""
    return for_outlook + after
