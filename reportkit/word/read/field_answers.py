"""The answers in the fields of a document, whatever program it was filled in with.

A field is a table's last cell. It is known by the name in the row's first cell, which people see and
every program keeps; where that was typed over, by the bookmark that was drawn in the field (bookmark_names.py).
Content controls would be plainer, but LibreOffice loses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree
from msgspec import Struct

from reportkit.word.bookmark_names import field_name
from reportkit.word.open_document import open_document
from reportkit.word.read.read_document import own_words_of, read_document
from reportkit.word.xml_text import w

_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What a program of old shows in place of a text box, with the same words once more."""
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "a picture": (w("drawing"), w("pict"), w("object")),
    "a footnote": (w("footnoteReference"), w("endnoteReference")),
}
_AS_TYPED: Final = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\xa0": " "})


class FieldAnswer(Struct, frozen=True):
    """The content of one field: its paragraphs, and what is `beside` them in it, as words: a picture, a footnote."""

    paragraphs: tuple[str, ...]
    beside: tuple[str, ...] = ()


class Answers(Struct, frozen=True):
    """A filled-in document.

    `given` holds each field that is there, by name, empty ones too. `twice` names those that stand there
    twice with different words; `strays` are words in the tables that belong to no field. `properties`
    are the document's custom ones.
    """

    given: Mapping[str, FieldAnswer]
    twice: tuple[str, ...]
    strays: tuple[str, ...]
    properties: Mapping[str, str]


class _Row(Struct, frozen=True):
    """A row of a table: the field that it asks for, or None, and the content of its last cell."""

    field: str | None
    answer: FieldAnswer


def read_answers(data: bytes, fields: Iterable[str], where: str = "") -> Answers:
    """Look for these fields in a document. `where` is its file's name.

    Raises Refused, in a sentence, for what is no plain Word document.
    """
    file = open_document(data, where)
    rows = tuple(_rows(file.part(file.body), tuple(fields)))
    given: dict[str, FieldAnswer] = {}
    twice: list[str] = []
    for row in rows:
        if row.field is not None:
            known = given.get(row.field)
            if known is not None and known.paragraphs and row.answer.paragraphs and known != row.answer:
                twice.append(row.field)
            if known is None or not known.paragraphs:
                given[row.field] = row.answer
    strays = tuple(" ".join(row.answer.paragraphs) for row in rows if row.field is None and row.answer.paragraphs)
    return Answers(given, tuple(twice), strays, read_document(data).properties)


def _rows(body: etree._Element, fields: tuple[str, ...]) -> Iterator[_Row]:
    """Return the rows of each table that asks for a field; the row above its first field is its heading."""
    names = {name: name for name in fields} | {field_name(name): name for name in fields}
    for table in body.iter(w("tbl")):
        if next(table.iterancestors(w("tc")), None) is not None:
            continue  # a table inside an answer is part of it
        rows = [_row(row, names) for row in table.iter(w("tr")) if _nearest(row, "tbl") is table]
        if any(row.field for row in rows):
            yield from (row for number, row in enumerate(rows) if number or row.field)


def _row(row: etree._Element, names: Mapping[str, str]) -> _Row:
    cells = list(row.iter(w("tc")))
    outer = [cell for cell in cells if _nearest(cell, "tr") is row]
    if not outer:
        return _Row(None, FieldAnswer(()))
    seen = " ".join(_paragraphs(outer[0])).translate(_AS_TYPED).strip()
    marks = (mark.get(w("name"), "") for mark in outer[-1].iter(w("bookmarkStart")))
    field = names.get(seen) or next((names[mark] for mark in marks if mark in names), None)
    beside = tuple(name for name, tags in _BESIDE.items() if next(outer[-1].iter(*tags), None) is not None)
    return _Row(field, FieldAnswer(tuple(_paragraphs(outer[-1])), beside))


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the nearest such element around this one; a content control may be between them."""
    return next(element.iterancestors(w(tag)), None)


def _paragraphs(cell: etree._Element) -> Iterator[str]:
    """Return the paragraphs of a cell that hold words; those of a text box follow the paragraph with its anchor."""
    for paragraph in cell.iter(w("p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            words = own_words_of(paragraph).strip()
            if words:
                yield words
