"""An .xlsx file to rows of text, without believing anything in it: the only reader of spreadsheets.

openpyxl reads row by row. What could mislead is refused with its cell rather than guessed at: formulas,
merged cells, hidden sheets, errors, dates where none belong.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

from reportkit.inspection.source_place import Place
from reportkit.reading.decode import FORBIDDEN
from reportkit.reading.problems import ValueFlaw, flaw
from reportkit.reading.sheets import MOST_COLUMNS, Sheet, SheetRow, cell_place
from reportkit.reading.workbook_parts import damaged, sheet_parts

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MOST_ROWS: Final = 6_000
"""Rows that are looked at, empty ones included."""

_MOST_TAGS: Final = 500_000  # in one sheet: 6,000 rows of 15 words are fewer
_MOST_LISTED: Final = 10
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*\bref=[\"']([A-Z]+[0-9]+)")
_ROWS: Final = re.compile(rb"<(?:\w+:)?row\s[^<>]*?\br=[\"'](-?[0-9]+)")
_PERCENT: Final = 100


def read_workbook(data: bytes, name: str, sheet: str | None = None) -> Sheet:
    """Return the rows of the one sheet that can be seen, or of the one named.

    Raises Flaw for what cannot be trusted.
    """
    parts = sheet_parts(data, name)
    book = _opened(data, name)
    try:
        chosen = _chosen(book, name, sheet)
        _look_over(parts.get(_part_of(chosen), b""), name)
        return Sheet(name, tuple(_lines(chosen.iter_rows(), name)), is_sheet=True)
    except ValueFlaw:
        raise
    except Exception as error:
        raise damaged(name) from error
    finally:
        book.close()


def _opened(data: bytes, name: str) -> Workbook:
    import openpyxl  # 0.2 s, and only a spreadsheet needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which we do not read
            return openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except Exception as error:
        raise damaged(name) from error


def _chosen(book: Workbook, name: str, sheet: str | None) -> Any:
    """Return the sheet to read. Where it is not clear which, and where one is hidden, a person says."""
    sheets = {each.title: each for each in book.worksheets}
    if not sheets:
        raise damaged(name)
    listed = _listed(list(sheets))
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


def _listed(titles: list[str]) -> str:
    more = len(titles) - _MOST_LISTED
    return ", ".join(titles) if more <= 0 else f"{', '.join(titles[:_MOST_LISTED])} and {more} more"


def _with_true_size(sheet: Any) -> Any:
    """Return what the file says of its size may be wrong, so the rows themselves decide."""
    sheet.reset_dimensions()
    return sheet


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path)  # noqa: SLF001  openpyxl tells it nowhere else


def _look_over(text: bytes, name: str) -> None:
    """Raise Flaw for what openpyxl would pass over in the sheet's XML, or take long to read."""
    merged = _MERGED.search(text)
    if merged:
        message = "is merged with others, so that it is not clear which row or column its value belongs to"
        raise flaw(
            Place(f"{name}:{merged[1].decode()}"), message, "Unmerge the cells, and write each value in its own."
        )
    rows = [int(found[1]) for found in islice(_ROWS.finditer(text), MOST_ROWS + 1)]
    if any(row >= following for row, following in pairwise(rows)):  # openpyxl would leave such rows out
        raise damaged(name)
    if len(rows) > MOST_ROWS:
        raise _goes_on(name)
    if text.count(b"<") > _MOST_TAGS:
        remedy = "Delete what is beside the table and below it, or copy the table alone into a new workbook."
        raise flaw(Place(name), "holds far more than a table of indicators", remedy)


def _lines(rows: Iterator[Sequence[Any]], name: str) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise _goes_on(name)
        if len(row) > MOST_COLUMNS:
            remedy = "Delete the columns beside the table, and save."
            raise flaw(Place(f"{name}:row {number}"), f"has more than {MOST_COLUMNS} columns", remedy)
        cells = tuple(
            "" if cell.value is None else _text(cell, cell_place(name, number, column))
            for column, cell in enumerate(row)
        )
        if any(cells):
            yield SheetRow(number, cells)


def _text(cell: Any, place: Place) -> str:
    """Return a cell's value as a person would type it into indicators.csv.

    Raises Flaw for one that is no plain value.
    """
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
    """Return the number to the fifteen digits that Excel itself keeps.

    A share that is shown as per cent, as per cent.
    """
    exact = Decimal(f"{value:.15g}")
    if not exact.is_finite():
        raise flaw(place, "holds no number that can be written", "Type its value again.")
    return f"{(exact * _PERCENT if '%' in number_format else exact).normalize():f}"


def _goes_on(name: str) -> ValueFlaw:
    remedy = "Delete the empty rows below the table (mark them, then Delete), and save."
    return flaw(Place(f"{name}:row {MOST_ROWS + 1}"), f"the sheet goes on after {MOST_ROWS:,} rows", remedy)
