"""A check before a .docx is published: no comments, changes, hidden words, gaps or marks of a draft.

The finished file itself is read, so that a template, a house file or another program cannot leave any of it in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from reportkit.word.open_document import open_document
from reportkit.word.read.read_document import words_of
from reportkit.word.xml_text import w

_PART = re.compile(r"word/[^/]+\.xml")
_HEADERS = re.compile(r"word/(?:header|footer)[^/]*\.xml")
_COMMENTS = re.compile(r"word/comments[^/]*\.xml|word/people\.xml")
_PROGRAM = re.compile(r"word/(?:vbaData\.xml|activeX/.*)|customXml/item[0-9]+\.xml")
_DRAFT = re.compile(r"\bdraft", re.IGNORECASE)
_COVER = re.compile(r"Cover|Title$|Subtitle$")
_CHANGES: Final = frozenset(
    w(name)
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblGridChange",
        "tblPrExChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
)
_HIDING: Final = frozenset((w("vanish"), w("specVanish")))
_OFF: Final = frozenset(("0", "false", "off"))
_BENT_WORDS: Final = frozenset(("textpath", "prstTxWarp"))
_WATERMARK = re.compile("watermark", re.IGNORECASE)

WATERMARK: Final = "a watermark"
"""What `unfit_for_release` calls words across the pages."""


def unfit_for_release(data: bytes) -> tuple[str, ...]:
    """Return what keeps a document from being published, a clause each; () for a clean one.

    Raises Refused for no .docx.
    """
    file = open_document(data)
    parts = {name: file.part(name) for name in sorted(file.names) if _PART.fullmatch(name)}
    found = [clause for clause, looks in _LOOKS if any(looks(name, part) for name, part in parts.items())]
    found += [f"{name}, which is no part of a report" for name in sorted(file.names) if _PROGRAM.fullmatch(name)]
    return (*found, *_draft_on_the_cover(parts), *_gaps(parts))


def _has_comments(name: str, part: etree._Element) -> bool:
    own = _COMMENTS.fullmatch(name) is not None
    return own or any(True for _ in part.iter(w("commentRangeStart"), w("commentReference")))


def _has_changes(_: str, part: etree._Element) -> bool:
    return any(each.tag in _CHANGES for each in part.iter())


def _tracks(_: str, part: etree._Element) -> bool:
    return any(_is_on(each) for each in part.iter(w("trackRevisions")))


def _hides(_: str, part: etree._Element) -> bool:
    return any(_is_on(each) for each in part.iter(*_HIDING))


def _has_a_watermark(name: str, part: etree._Element) -> bool:
    """Find words drawn as a picture, or a picture called a watermark; a logo in the header is none."""
    return _HEADERS.fullmatch(name) is not None and any(_is_watermark(each) for each in part.iter("{*}*"))


def _is_watermark(element: etree._Element) -> bool:
    called = " ".join(str(element.get(key) or "") for key in ("id", "name", "alt", "title"))
    return etree.QName(element).localname in _BENT_WORDS or _WATERMARK.search(called) is not None


def _is_headed_draft(name: str, part: etree._Element) -> bool:
    return _HEADERS.fullmatch(name) is not None and any(_DRAFT.search(words_of(each)) for each in part.iter(w("p")))


def _is_on(element: etree._Element) -> bool:
    return element.get(w("val"), "1") not in _OFF


_LOOKS: Final[tuple[tuple[str, Callable[[str, etree._Element], bool]], ...]] = (
    ("comments", _has_comments),
    ("tracked changes", _has_changes),
    ("a setting that tracks changes", _tracks),
    ("hidden text", _hides),
    (WATERMARK, _has_a_watermark),
    ("the word “draft” at the head or foot of its pages", _is_headed_draft),
)


def _draft_on_the_cover(parts: dict[str, etree._Element]) -> Iterator[str]:
    for words in _styled(parts, _COVER):
        if _DRAFT.search(words):
            yield f"the words “{words}” on its cover"


def _gaps(parts: dict[str, etree._Element]) -> Iterator[str]:
    """Return what the report marks as missing, in a paragraph or in some words of it."""
    for words in _styled(parts, re.compile(r"Gap")):
        yield f"a gap: {words}"


def _styled(parts: dict[str, etree._Element], wanted: re.Pattern[str]) -> Iterator[str]:
    """Return the words of paragraphs and runs of the body in styles of such names."""
    styles, body = parts.get("word/styles.xml"), parts.get("word/document.xml")
    if styles is None or body is None:
        return
    ids = {each.get(w("styleId"), "") for each in styles.iter(w("style")) if wanted.match(_name(each))}
    for tag, properties, style in (("p", "pPr", "pStyle"), ("r", "rPr", "rStyle")):
        for element in body.iter(w(tag)):
            found = element.find(f"{w(properties)}/{w(style)}")
            if found is not None and found.get(w("val")) in ids and words_of(element).strip():
                yield words_of(element).strip()


def _name(style: etree._Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "")
