"""A table of indicators that was sent in, held to everything that indicators.csv is held to, and written as it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from reportkit.errors import Unreadable
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.reading.decode import decode
from reportkit.reading.indicators import COLUMNS, HEADER, from_rows, refuse_header, refuse_separator, rows_of
from reportkit.reading.problems import ValueFlaw, flaw
from reportkit.reading.sheets import Sheet, SheetRow

_ALWAYS: Final = frozenset(HEADER.split(","))
_ZIPPED: Final = b"PK\x03\x04"


class ImportedIndicators(Struct, frozen=True):
    """The indicators of a table, and the bytes of the indicators.csv that holds them."""

    indicators: tuple[Indicator, ...]
    data: bytes


def bring_indicators(data: bytes, name: str, sheet: str | None = None) -> ImportedIndicators:
    """Read a table from the bytes of the file called `name`; `sheet` is the one meant where a workbook has several.

    Raises Unreadable with every problem, each at its cell or line; then there is nothing to write.
    """
    problems: list[Problem] = []
    found: tuple[Indicator, ...] = ()
    try:
        found = _indicators(_table(data, name, sheet), problems)
    except ValueFlaw as broken:
        problems.append(broken.problem)
    if problems:
        raise Unreadable(f"{name} cannot be brought in", tuple(problems))
    return ImportedIndicators(found, as_csv(found))


def as_csv(indicators: Sequence[Indicator]) -> bytes:
    """Return indicators.csv, which read again gives the same; unused columns are left out."""
    rows = [{column: _written(each, column) for column in COLUMNS} for each in indicators]
    used = [column for column in COLUMNS if column in _ALWAYS or any(row[column] for row in rows)]
    text = io.StringIO()
    writer = csv.DictWriter(text, used, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _table(data: bytes, name: str, sheet: str | None) -> Sheet:
    if not name.lower().endswith(".csv"):
        from reportkit.reading.workbook import read_workbook  # spreadsheets are heavy

        return read_workbook(data, name, sheet)
    if data.startswith(_ZIPPED):
        raise flaw(Place(name), "is a workbook under the name of a .csv file", "Give it a name that ends in .xlsx.")
    lines = [SheetRow(number, tuple(cells)) for number, cells in rows_of(decode(data, name), name)]
    if lines:
        refuse_separator(lines[0].cells, name)
    return Sheet(name, tuple(lines), is_sheet=False)


def _indicators(table: Sheet, problems: list[Problem]) -> tuple[Indicator, ...]:
    head = table.lines[0] if table.lines else SheetRow(1, ())
    columns = [_column(cell) for cell in _without_blanks_at_end(head.cells)]
    refuse_header(columns, lambda column: table.where(head.number, column))
    rows = [(line.cells, table.report(line, columns, problems)) for line in table.lines[1:]]
    if table.is_sheet:
        _refuse_strays(table, len(columns))
    return from_rows(columns, rows, problems)


def _refuse_strays(table: Sheet, width: int) -> None:
    """Raise Flaw for a cell beside the table: it is unknown whose value it is."""
    for line in table.lines:
        for column, cell in enumerate(line.cells):
            if cell and column >= width:
                remedy = "Give its column a name in the first row, or empty the cell."
                raise flaw(table.where(line.number, column), "is beside the table, under no column", remedy)


def _column(cell: str) -> str:
    """Return a column's name as people write it, `Peers value`, as indicators.csv has it."""
    return cell.strip().lower().replace(" ", "-").replace("_", "-")


def _without_blanks_at_end(cells: Sequence[str]) -> Sequence[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _written(indicator: Indicator, column: str) -> str:
    value = getattr(indicator, column.replace("-", "_"))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
