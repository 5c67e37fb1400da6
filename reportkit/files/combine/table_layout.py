"""indicators.csv as a layout: each row by what it is about, each cell by its column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from reportkit.files.combine.layout import Branch, Entry, Leaf, Node
from reportkit.reading.indicators import rows_of

_CELL = re.compile(r'[ \t]*"(?:[^"]|"")*"[^,\n]*|[^,\n]*')


def table_layout(content: str, file: str) -> Node:
    """Return the layout of a table. Raises ValueFlaw for one that cannot be read."""
    columns = next((cells for _, cells in rows_of(content, file)), [])
    rows = list(_rows(content, columns))
    return Branch(
        "keys",
        "",
        (
            Entry("columns", "", "", rows[0].node if rows else Leaf("", None)),
            Entry("rows", "", "", Branch("list", "", tuple(rows[1:]))),
        ),
    )


def _rows(content: str, columns: Sequence[str]) -> Iterator[Entry]:
    """Yield each row; lines without any cell lead to the row after them, or end the last."""
    lead = ""
    for text in _records(content):
        if text.replace(",", "").strip():
            yield Entry("", lead, "", _row(text, columns))
            lead = ""
        else:
            lead += text
    if lead:
        yield Entry("", lead, "", Leaf("", None))


def _records(content: str) -> Iterator[str]:
    """Yield the text of each row with its line end; a cell may go over several lines."""
    lines = content.splitlines(keepends=True)
    reader = csv.reader(io.StringIO(content, newline="\n"), strict=True)
    begins = 0
    for _ in reader:
        yield "".join(lines[begins : reader.line_num])
        begins = reader.line_num


def _row(text: str, columns: Sequence[str]) -> Node:
    line = text.rstrip("\n")
    cells = _cells(line)
    names = [*columns, *(str(number) for number in range(len(columns), len(cells)))]
    entries = tuple(
        Entry(name, "", "," if number else "", Leaf(cell, _value(cell)))
        for number, (name, cell) in enumerate(zip(names, cells, strict=False))
    )
    return Branch("keys", "", entries, text[len(line) :])


def _cells(line: str) -> list[str]:
    cells, at = [], 0
    while True:
        found = _CELL.match(line, at)
        end = found.end() if found else len(line)
        cells.append(line[at:end])
        if end >= len(line):
            return cells
        at = end + 1


def _value(cell: str) -> str | None:
    row = next(csv.reader(io.StringIO(cell, newline="\n"), strict=True), None) or [""]
    return row[0].strip() or None
