"""The properties and the words of a .docx: read without trusting anything in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from reportkit.word.open_document import open_document

_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = "docProps/custom.xml"
_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)[^/]*\.xml")
_SIGNS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": "\t", f"{_WORD}noBreakHyphen": "-"}


class DocumentText(Struct, frozen=True):
    """A document's custom properties by name, and its paragraphs' words, struck ones and footnotes left out.

    `beside` are the words of its headers, footers, notes and comments, without the numbers of pages.
    """

    properties: Mapping[str, str]
    paragraphs: tuple[str, ...]
    beside: tuple[str, ...] = ()


def read_document(data: bytes, where: str = "") -> DocumentText:
    """Return the properties and words of a document. `where` is its file's name. Raises Refused for no .docx."""
    file = open_document(data, where)
    custom = file.part(_PROPERTIES).iter(_CUSTOM) if _PROPERTIES in file.names else ()
    properties = {each.get("name", ""): "".join(str(text) for text in each.itertext()) for each in custom}
    beside = [file.part(name) for name in sorted(file.names) if _BESIDE.fullmatch(name)]
    paragraphs = tuple(_paragraphs(file.part(file.body)))
    return DocumentText(properties, paragraphs, tuple(words for part in beside for words in _unpaged(part)))


def words_of(paragraph: etree._Element) -> str:
    """Return the words of one paragraph, struck ones and footnotes left out."""
    return _words(paragraph.iter())


def own_words_of(paragraph: etree._Element) -> str:
    """Return the same without words that were moved away, and without text boxes, which have their own paragraphs."""
    return _words(each for each in paragraph.iter() if _holder_of(each) is paragraph)


def _holder_of(element: etree._Element) -> etree._Element | None:
    """Return the nearest paragraph, or the nearest text that was moved out of one."""
    return element if element.tag == f"{_WORD}p" else next(element.iterancestors(f"{_WORD}p", f"{_WORD}moveFrom"), None)


def _paragraphs(part: etree._Element) -> Iterator[str]:
    return (words_of(paragraph) for paragraph in part.iter(f"{_WORD}p"))


def _words(elements: Iterator[etree._Element]) -> str:
    return "".join(
        each.text or "" if each.tag == f"{_WORD}t" else _SIGNS.get(each.tag, "") if _is_in_a_run(each) else ""
        for each in elements
    )


def _is_in_a_run(element: etree._Element) -> bool:
    """Say if an element belongs to a run: a tab stop in a style has the same name as a tab between words."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_WORD}r"


def _unpaged(part: etree._Element) -> Iterator[str]:
    """Return the words of each paragraph without its fields, which show page numbers."""
    for paragraph in part.iter(f"{_WORD}p"):
        words = _words(_outside_fields(paragraph))
        if words.strip():
            yield words


def _outside_fields(paragraph: etree._Element) -> Iterator[etree._Element]:
    depth = 0
    for element in paragraph.iter():
        if element.tag == f"{_WORD}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{_WORD}fldCharType", ""), 0)
        elif depth == 0:
            yield element
