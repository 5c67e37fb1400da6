"""indicators.csv: one performance indicator a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportkit.guidance.indicators import indicator_of
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin, Place
from reportkit.reading import scalars
from reportkit.reading.convert import convert
from reportkit.reading.financial_year import refuse_year
from reportkit.reading.problems import Report, ValueFlaw, flaw, wrong
from reportkit.similar_names import choose

MOST_LINES = 5000
COLUMNS = (
    *("code", "name", "value", "unit", "direction", "year", "scope", "verified", "target", "note"),
    *("definition", "sample", "peers", "peers-value", "peers-why"),
)
"""The columns that there may be; the first two must be there."""

HEADER = ",".join(COLUMNS[:10])
"""What to begin a table with; the other columns are for those who need them."""

_NEEDED = ("code", "name")
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def indicators(content: str, path: str, problems: list[Problem]) -> tuple[Indicator, ...]:
    """Return the rows as indicators; those with problems are left out and named. Raises Flaw for a wrong header."""
    rows = rows_of(content, path)
    _, header = next(rows, (1, []))
    refuse_separator(header, path)
    refuse_header(header, lambda _: Place(path, 1))
    return from_rows(header, ((cells, Report(Origin(path, first=line), problems)) for line, cells in rows), problems)


def from_rows(
    columns: Sequence[str], rows: Iterable[tuple[Sequence[str], Report]], problems: list[Problem]
) -> tuple[Indicator, ...]:
    """Return the same from cells: each row with the report of its own problems, which all end in `problems`."""
    read = [_indicator(cells, columns, report) for cells, report in rows]
    found = tuple(indicator for indicator in read if indicator is not None)
    problems.extend(_twice(found))
    return found


def rows_of(content: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line where it begins."""
    reader = csv.reader(io.StringIO(content, newline="\n"), strict=True)
    begins = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if begins > MOST_LINES:
                raise flaw(Place(path, begins), f"has more than {MOST_LINES} lines", "Keep to what the report needs.")
            if any(cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _no_row(Place(path, begins), str(error)) from None


def _no_row(where: Place, said: str) -> ValueFlaw:
    """Return what the csv reader could not go on from, by what it says."""
    longest = csv.field_size_limit()
    if str(longest) in said:
        remedy = "Keep to what the report needs; perhaps a quotation mark is opened here and never closed."
        return flaw(where, f"a cell holds more than {longest:,} characters", remedy)
    message = "a quotation mark is opened and never closed, or text follows a closing one"
    return flaw(where, message, 'Write a quotation mark inside a cell twice: "".')


def refuse_header(header: Sequence[str], where: Callable[[int], Place]) -> None:
    """Raise Flaw for a column that is none, is missing or is there twice; `where` is a column's place, from 0."""
    for number, name in enumerate(header):
        if name not in COLUMNS:
            raise flaw(where(number), f"`{name}` is not a column", choose(name, COLUMNS))
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise flaw(where(0), f"the column `{missing[0]}` is missing", f"Begin with: {HEADER}")
    for number, name in enumerate(header):
        if name in header[:number]:
            raise flaw(where(number), f"the column `{name}` is there twice", "Keep one of them.")


def refuse_separator(header: Sequence[str], path: str) -> None:
    """Raise Flaw where the cells of the first row are separated by something else than commas."""
    for sign, name in _SEPARATORS.items():
        if len(header) == 1 and sign in header[0]:
            message = f"its cells are separated by {name}"
            raise flaw(Place(path, 1), message, "Save it with commas (in Excel: “CSV UTF-8”).")


def _indicator(cells: Sequence[str], columns: Sequence[str], report: Report) -> Indicator | None:
    if any(cells[len(columns) :]):
        message = f"has {len(cells)} cells where the header has {len(columns)}"
        report.add("", message, "Put a cell that holds a comma in double quotation marks.")
        return None
    raw = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
    before = len(report.problems)
    value = _value(raw, report)
    if "year" in raw:
        refuse_year(raw["year"], report)
    read = convert(Indicator, raw, report, {"value": value, "origin": report.origin})
    return None if len(report.problems) > before else read


def _value(raw: dict[str, str], report: Report) -> object:
    value = raw.pop("value", None)
    if value is None:
        return None
    known = indicator_of(raw.get("code", ""))
    unit = raw.get("unit") or (known.unit if known else None)
    reader = scalars.truth if unit == "yes or no" else scalars.number
    return reader(value, "value", report)


def _twice(found: Iterable[Indicator]) -> Iterator[Problem]:
    seen: dict[tuple[str, str | None, str | None], int] = {}
    for indicator in found:
        key = (indicator.code, indicator.year, indicator.scope)
        line = indicator.origin.first
        first = seen.setdefault(key, line)
        if first != line:
            what = " ".join(part for part in key if part)
            yield wrong(indicator.origin.at(), f"{what} is given twice, in line {first} too", "Keep one of them.")
