"""A table that was sent in, from a .csv or .xlsx file: rows of text, and what to call each cell in a message."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin, Place
from reportkit.reading.problems import Report, wrong

MOST_COLUMNS = 40
"""Columns in one table: enough for any that a person keeps."""


class SheetRow(Struct, frozen=True):
    """One row that is not blank: its number (the line where it begins, or the sheet's row), and its trimmed cells."""

    number: int
    cells: tuple[str, ...]


class Sheet(Struct, frozen=True):
    """`name` is the file's. A sheet's cells are called B7, a .csv file's by their line alone."""

    name: str
    lines: tuple[SheetRow, ...]
    is_sheet: bool

    def where(self, line: int, column: int) -> Place:
        """Return the place of a cell; columns count from 0."""
        return cell_place(self.name, line, column) if self.is_sheet else Place(self.name, line)

    def report(self, line: SheetRow, columns: Sequence[str], problems: list[Problem]) -> Report:
        """Return where the problems of one row are noted, each at its cell."""
        origin = Origin(self.name, first=line.number)
        return CellReport(origin, problems, tuple(columns)) if self.is_sheet else Report(origin, problems)


class CellReport(Report, frozen=True):
    """The problems of one row of a sheet, each at the cell of its column."""

    columns: tuple[str, ...] = ()

    def add(self, key: str, message: str, remedy: str) -> None:
        """Note a problem at a key's cell; one of the row as a whole at the row."""
        name, row = self.origin.file, self.origin.first
        known = key in self.columns
        place = cell_place(name, row, self.columns.index(key)) if known else Place(f"{name}:row {row}")
        self.problems.append(wrong(place, message, remedy))


def cell_place(name: str, row: int, column: int) -> Place:
    """Return a cell's place as people call it: figures.xlsx:B7."""
    return Place(f"{name}:{letters(column)}{row}")


def letters(column: int) -> str:
    """Return a column's letters: A for 0, Z for 25, AA for 26."""
    above, last = divmod(column, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + last)
