"""The parts of an .xlsx file, looked at as bytes before a reader of spreadsheets makes anything of them.

What costs such a reader far more than its bytes (a million empty formats, ten thousand sheets, a tag without
an end) is refused here, in a fraction of a second.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from reportkit.archive import Called, look_before_unpacking
from reportkit.errors import Refused
from reportkit.inspection.source_place import Place
from reportkit.reading.problems import ValueFlaw, flaw

_SAVE: Final = "Save it in Excel as “Excel Workbook (.xlsx)”, without macros or a password."
_ALONE: Final = "Copy the table alone into a new workbook."
_CALLED: Final = Called("It", "an Excel workbook", "an old .xls workbook", _SAVE, most=32 * 1024 * 1024)
_BOOK, _MACROS, _WORDS = "xl/workbook.xml", "vbaproject.bin", "xl/sharedStrings.xml"
_SHEETS: Final = "xl/worksheets/"
_MOST_BESIDE: Final = 4_000_000  # bytes of a part beside the sheets: openpyxl reads such a part whole
_MOST_TAGS: Final = 80_000  # in a part beside the sheets; a cell's format costs openpyxl 20 millionths of a second
_MOST_TAGS_OF_WORDS: Final = 200_000  # in the part that holds the sheets' words: 50,000 of them
_MOST_SHEETS: Final = 500
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s")
_LONG_TAG: Final = re.compile(rb"<[^<>]{65536}")  # a reader of XML looks through such a tag again and again
_NEVER_IN_A_WORKBOOK: Final = (b"<!DOCTYPE", b"<!ENTITY")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_UNPACKING: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError)


def sheet_parts(data: bytes, name: str) -> dict[str, bytes]:
    """Return the XML of the sheets by part, after a look at every part. Raises Flaw."""
    try:
        members = look_before_unpacking(data, _CALLED)
    except Refused as error:
        raise flaw(Place(name), error.what.removeprefix(f"{_CALLED.file} "), error.remedy) from None
    if _BOOK not in members:
        raise flaw(Place(name), "is not an Excel workbook", _SAVE)
    if any(member.lower().endswith(_MACROS) for member in members):
        raise flaw(Place(name), "holds macros", _SAVE)
    return {part: text for part, text in _xml(data, members, name) if part.startswith(_SHEETS)}


def damaged(name: str) -> ValueFlaw:
    """Return what is said of a workbook of which nothing better can be said."""
    return flaw(Place(name), "is damaged, or is not an Excel workbook", _SAVE)


def _xml(data: bytes, members: frozenset[str], name: str) -> Iterator[tuple[str, bytes]]:
    """Yield every XML part, if it is one that Excel could have made."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in sorted(members):
                if member.endswith((".xml", ".rels")):
                    text = archive.read(member)
                    _look(member, text, name)
                    yield member, text
    except (*_UNPACKING, RuntimeError) as error:
        raise damaged(name) from error


def _look(member: str, text: bytes, name: str) -> None:
    """Raise Flaw for a part with a definition of its own, which may grow without end, and for one that is too much."""
    if text.startswith(_WIDE) or any(word in text for word in _NEVER_IN_A_WORKBOOK) or _LONG_TAG.search(text):
        raise flaw(Place(name), "holds a part that no Excel workbook has", _SAVE)
    if not member.startswith(_SHEETS) and _is_too_much(member, text):
        raise flaw(Place(name), "holds far more words or formats than a table of indicators", _ALONE)
    if member == _BOOK and len(_SHEET.findall(text)) > _MOST_SHEETS:
        raise flaw(Place(name), f"has more than {_MOST_SHEETS} sheets", _ALONE)


def _is_too_much(member: str, text: bytes) -> bool:
    most = _MOST_TAGS_OF_WORDS if member == _WORDS else _MOST_TAGS
    return len(text) > _MOST_BESIDE or text.count(b"<") > most
