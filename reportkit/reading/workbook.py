"""An .xlsx file to rows of text, without believing anything in it: the only reader of spreadsheets.

openpyxl reads row by row. What could mislead is refused with its cell rather than guessed at: formulas,
merged cells, hidden sheets, errors, dates where none belong.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from reportkit.archive import Called, look_before_unpacking
from reportkit.errors import Refused
from reportkit.inspection.origin import Place
from reportkit.reading.problems import Flaw, flaw
from reportkit.reading.sheets import MOST_COLUMNS, Line, Table, cell_place
from reportkit.reading.text import FORBIDDEN

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MOST_ROWS: Final = 6_000
"""Rows that are looked at, empty ones included."""

_SAVE: Final = "Save it in Excel as “Excel Workbook (.xlsx)”, without macros or a password."
_CALLED: Final = Called("It", "an Excel workbook", "an old .xls workbook", _SAVE, most=32 * 1024 * 1024)
_BOOK, _MACROS = "xl/workbook.xml", "vbaproject.bin"
_SHEETS = "xl/worksheets/"
_MOST_BESIDE: Final = 4_000_000  # bytes of a part beside the sheets: openpyxl reads such a part whole
_NEVER_IN_A_WORKBOOK: Final = (b"<!DOCTYPE", b"<!ENTITY")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*\bref=[\"']([A-Z]+[0-9]+)")
_PERCENT: Final = 100


def read_workbook(data: bytes, name: str, sheet: str | None = None) -> Table:
    """The rows of the one sheet that can be seen, or of the one named. Raises Flaw for what cannot be trusted."""
    parts = _parts(data, name)
    book = _opened(data, name)
    try:
        chosen = _chosen(book, name, sheet)
        _refuse_merged(parts, name)
        return Table(name, tuple(_lines(chosen.iter_rows(), name)), is_sheet=True)
    except Flaw:
        raise
    except Exception as error:
        raise _damaged(name) from error
    finally:
        book.close()


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """The XML of the sheets, after a look at every part. Raises Flaw."""
    try:
        members = look_before_unpacking(data, _CALLED)
    except Refused as error:
        raise flaw(Place(name), _lowered(error.what), error.remedy) from None
    if _BOOK not in members:
        raise flaw(Place(name), "is not an Excel workbook", _SAVE)
    if any(member.lower().endswith(_MACROS) for member in members):
        raise flaw(Place(name), "holds macros", _SAVE)
    return {part: text for part, text in _xml(data, members, name) if part.startswith(_SHEETS)}


def _xml(data: bytes, members: frozenset[str], name: str) -> Iterator[tuple[str, bytes]]:
    """Every XML part. One with a definition of its own, which may grow without end, is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in sorted(members):
                if member.endswith((".xml", ".rels")):
                    text = archive.read(member)
                    if not member.startswith(_SHEETS) and len(text) > _MOST_BESIDE:
                        raise flaw(Place(name), "holds far more words or formats than a table of indicators", _SAVE)
                    if text.startswith(_WIDE) or any(word in text for word in _NEVER_IN_A_WORKBOOK):
                        raise flaw(Place(name), "holds a part that no Excel workbook has", _SAVE)
                    yield member, text
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise _damaged(name) from error


def _opened(data: bytes, name: str) -> Workbook:
    import openpyxl  # 0.2 s, and only a spreadsheet needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which we do not read
            return openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except Exception as error:
        raise _damaged(name) from error


def _chosen(book: Workbook, name: str, sheet: str | None) -> Any:
    """The sheet to read. Where it is not clear which, and where one is hidden, a person says."""
    sheets = {each.title: each for each in book.worksheets}
    if not sheets:
        raise _damaged(name)
    listed = ", ".join(sheets)
    if sheet is not None:
        if sheet not in sheets:
            raise flaw(Place(name), f"has no sheet “{sheet}”", f"Its sheets are: {listed}.")
        return _with_true_size(sheets[sheet])
    hidden = [title for title, each in sheets.items() if each.sheet_state != "visible"]
    if hidden:
        remedy = "Show or delete it in Excel, or name the sheet to read with --sheet."
        raise flaw(Place(name), f"has the hidden sheet “{hidden[0]}”", remedy)
    if len(sheets) != 1:
        raise flaw(Place(name), f"has {len(sheets)} sheets: {listed}", "Name the one to read with --sheet.")
    return _with_true_size(next(iter(sheets.values())))


def _with_true_size(sheet: Any) -> Any:
    """What the file says of its size may be wrong, so the rows themselves decide."""
    sheet.reset_dimensions()
    return sheet


def _refuse_merged(parts: dict[str, bytes], name: str) -> None:
    for text in parts.values():
        found = _MERGED.search(text)
        if found:
            cell = found[1].decode()
            message = "is merged with others, so that it is not clear which row or column its value belongs to"
            raise flaw(Place(f"{name}:{cell}"), message, "Unmerge the cells, and write each value in its own.")


def _lines(rows: Iterator[Sequence[Any]], name: str) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            remedy = "Delete the empty rows below the table (mark them, then Delete), and save."
            raise flaw(Place(f"{name}:row {number}"), f"the sheet goes on after {MOST_ROWS:,} rows", remedy)
        if len(row) > MOST_COLUMNS:
            remedy = "Delete the columns beside the table, and save."
            raise flaw(Place(f"{name}:row {number}"), f"has more than {MOST_COLUMNS} columns", remedy)
        cells = tuple(
            "" if cell.value is None else _text(cell, cell_place(name, number, column))
            for column, cell in enumerate(row)
        )
        if any(cells):
            yield Line(number, cells)


def _text(cell: Any, place: Place) -> str:
    """A cell's value as a person would type it into indicators.csv. Raises Flaw for one that is no plain value."""
    value = cell.value
    if cell.data_type == "f":
        remedy = "Copy the cells and paste their values in place (Paste Special, Values), then save."
        raise flaw(place, "holds a formula and not a value", remedy)
    if cell.data_type == "e":
        raise flaw(place, f"holds the error {value}", "Put the value itself there, or empty the cell.")
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        remedy = "Format the cell as text, and type its value again: Excel makes dates of words such as 2002/03."
        raise flaw(place, "holds a date or a time", remedy)
    return _plain(value, str(cell.number_format or ""), place)


def _plain(value: object, number_format: str, place: Place) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, number_format, place)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    found = FORBIDDEN.search(text)
    if found:
        message = f"holds the invisible character U+{ord(found[0]):04X}, which a document cannot hold"
        raise flaw(place, message, "Type its text again.")
    return text


def _number(value: float, number_format: str, place: Place) -> str:
    """The number to the fifteen digits that Excel itself keeps; a share that is shown as per cent, as per cent."""
    exact = Decimal(f"{value:.15g}")
    if not exact.is_finite():
        raise flaw(place, "holds no number that can be written", "Type its value again.")
    return f"{(exact * _PERCENT if '%' in number_format else exact).normalize():f}"


def _damaged(name: str) -> Flaw:
    return flaw(Place(name), "is damaged, or is not an Excel workbook", _SAVE)


def _lowered(sentence: str) -> str:
    """A sentence about “It” as the end of one that begins with the file's name."""
    return sentence.removeprefix("It ")
