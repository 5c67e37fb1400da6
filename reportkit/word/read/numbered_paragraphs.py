"""The numbered paragraphs of a .docx, with the bookmarks that say what they came from and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from reportkit.word.bookmark_names import bookmark_name
from reportkit.word.open_document import open_document
from reportkit.word.read.read_document import words_of
from reportkit.word.xml_text import w

_NUMBERED = "Numbered Para"
_HEADING = re.compile(r"heading [1-9]")


class Numbered(Struct, frozen=True):
    """One numbered paragraph: its number, its bookmark ("" for none), the heading above it, and its words."""

    number: int
    bookmark: str
    heading: str
    words: str

    def is_of(self, anchor: str) -> bool:
        """Say if it came from this anchor, such as `finding/slow-repairs`."""
        return self.bookmark == bookmark_name(anchor, 1)


def numbered_paragraphs(data: bytes, where: str = "") -> tuple[Numbered, ...]:
    """Return every numbered paragraph, in order. `where` is the file's name. Raises Refused for no .docx."""
    file = open_document(data, where)
    styles, body = file.part("word/styles.xml"), file.part(file.body)
    names = {style.get(w("styleId"), ""): _name(style) for style in styles.iter(w("style"))}
    return tuple(_numbered(body, names))


def _name(style: etree._Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "")


def _numbered(body: etree._Element, names: dict[str, str]) -> Iterator[Numbered]:
    heading, number = "", 0
    for paragraph in body.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name = "" if style is None else names.get(style.get(w("val"), ""), "")
        if _HEADING.fullmatch(name.lower()):
            heading = words_of(paragraph)
        elif name == _NUMBERED:
            number += 1
            yield Numbered(number, _bookmark(paragraph), heading, words_of(paragraph))


def _bookmark(paragraph: etree._Element) -> str:
    marks = (mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))
    return next((mark for mark in marks if mark.startswith("_rk_")), "")
