"""What HTML does to words besides showing them: strikes them out, hides them, or puts pictures in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from msgspec import Struct

STRUCK_OUT: Final = "[struck out: "
"""What stands before words that are struck out, so that no line begins with them."""

NOT_SHOWN: Final = "[not shown: "
"""What stands before words that a mail program hides."""

_MARKED = re.compile(
    rf"(?:{re.escape(STRUCK_OUT)}|{re.escape(NOT_SHOWN)})([^\]]*)\]|\[(?:picture|field|style): [^\]]*\]"
)
_STRUCK: Final = frozenset(("s", "strike", "del"))
_LINE_THROUGH = re.compile(r"line-through", re.IGNORECASE)
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity|max-height)\s*:\s*0(?![.\d])|(?<!-)\bcolor\s*:\s*(?:white|#fff(?:fff)?|transparent)\b"
    r"|\shidden(?=[\s=>/])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s(?:class|id)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_ATTRIBUTE: Final = r"\s{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))"
_STYLES = re.compile(r"<style[^<>]*>([^<]*)", re.IGNORECASE)
_CONTENT = re.compile(r"content\s{0,9}:\s{0,9}[\"']([^\"']{1,200})[\"']", re.IGNORECASE)
_SELECTED = re.compile(r"[\w-]+")
_LONGEST: Final = 100


class Styles(Struct, frozen=True):
    """The names of tags, classes and ids that a page's style sheets strike out, and of those that they hide."""

    struck: frozenset[str]
    hidden: frozenset[str]

    def strikes(self, tag: str, piece: str) -> bool:
        """Return whether a tag strikes out what is in its element."""
        return tag in _STRUCK or bool(_LINE_THROUGH.search(piece)) or _is_of(self.struck, tag, piece)

    def hides(self, tag: str, piece: str) -> bool:
        """Return whether a tag hides what is in its element."""
        return bool(_HIDES.search(piece)) or _is_of(self.hidden, tag, piece)


def styles_of(page: str) -> Styles:
    """Return what the style sheets of a page strike out and hide."""
    rules = [rule.partition("{") for sheet in _STYLES.findall(page) for rule in sheet.split("}")]
    struck = (selector for selector, _, said in rules if _LINE_THROUGH.search(said))
    hidden = (selector for selector, _, said in rules if _HIDES.search(said))
    return Styles(frozenset(_names(struck)), frozenset(_names(hidden)))


def words_of_styles(page: str) -> list[str]:
    """Return the words that style sheets put beside what is on the page."""
    found = (words for sheet in _STYLES.findall(page) for words in _CONTENT.findall(sheet))
    return [f"[style: {words}]" for words in found if words.strip()]


def in_place_of_words(tag: str, piece: str) -> str:
    """Return what a tag shows that is no text: a picture that is not attached, or a filled field; or ""."""
    if tag == "img":
        source = _attribute("src", piece)
        shown = _attribute("alt", piece) or source[:_LONGEST]
        return "" if source.casefold().startswith("cid:") else f"[picture: {shown}]"
    value = _attribute("value", piece) if tag == "input" else ""
    return f"[field: {value}]" if value else ""


def without_marks(words: str) -> str:
    """Return the words of a page as they were read at first: what is struck out or hidden is not marked as such."""
    return _MARKED.sub(lambda found: found[1] or "", words)


def marked(words: str, *marks: tuple[bool, str]) -> str:
    """Return words with the first mark that applies before them, where they say anything."""
    for applies, before in marks:
        if applies and words.strip():
            return f"{before}{words.strip()}]"
    return words


def _names(selectors: Iterator[str]) -> Iterator[str]:
    for selector in selectors:
        yield from (name.casefold() for name in _SELECTED.findall(selector))


def _is_of(names: frozenset[str], tag: str, piece: str) -> bool:
    if not names:
        return False
    own = {tag, *(name.casefold() for found in _NAMED.findall(piece) for name in "".join(found).split())}
    return not names.isdisjoint(own)


def _attribute(name: str, piece: str) -> str:
    found = re.search(_ATTRIBUTE.format(name), piece, re.IGNORECASE)
    return re.sub(r"[\s\]]+", " ", unescape("".join(filter(None, found.groups())))).strip() if found else ""
