"""The words of HTML that came by e-mail, a line for each block; nothing in it is followed, loaded or run."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TAG = re.compile(r"(<[/!a-zA-Z][^<>]*>)")
_NAME = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_BLOCKS: Final = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "hr", "blockquote"))
_UNSEEN: Final = frozenset(("style", "script", "head", "title", "blockquote"))
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What would hide or reorder words on a screen."""


def words_of_html(text: str) -> str:
    """The words of HTML, a line for each block; quotations, styles, scripts and comments are left out.

    Python's own parser takes minutes for a page that is made to keep it busy; this goes through it once.
    """
    words: list[str] = []
    unseen, depth = "", 0  # the element that is left out, and how often it stands within itself
    for place, piece in enumerate(_TAG.split(_without_comments(text))):
        name = _NAME.match(piece) if place % 2 else None
        tag = name[2].lower() if name else ""
        if tag in _UNSEEN and tag == (unseen or tag):
            depth += -1 if name and name[1] else 1
            unseen = tag if depth > 0 else ""
            depth = max(depth, 0)
        if tag in _BLOCKS:
            words.append("\n")
        elif not tag and not unseen:
            words.append(re.sub(r"\s+", " ", unescape(piece)))
    return HIDDEN.sub("", "".join(words))


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(each.partition("-->")[2] for each in others)
