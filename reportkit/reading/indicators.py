"""indicators.csv: one performance indicator a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportkit.guidance.indicators import indicator_of
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.origin import Origin, Place
from reportkit.inspection.problem import Problem
from reportkit.reading import scalars
from reportkit.reading.convert import convert
from reportkit.reading.financial_year import refuse_year
from reportkit.reading.problems import Report, choose, flaw, wrong

MOST_LINES = 5000
COLUMNS = (
    *("code", "name", "value", "unit", "direction", "year", "scope", "verified", "target", "note"),
    *("definition", "sample", "peers", "peers-value", "peers-why"),
)
"""The columns that there may be; the first two must be there."""

HEADER = ",".join(COLUMNS[:10])
"""What to begin a table with; the other columns are for those who need them."""

_NEEDED = ("code", "name")


def indicators(content: str, path: str, problems: list[Problem]) -> tuple[Indicator, ...]:
    """The rows as indicators; those with problems are left out and named. Raises Flaw for a wrong header."""
    rows = _rows(content, path)
    _, header = next(rows, (1, []))
    columns = _columns(header, path)
    read = [_indicator(cells, columns, Report(Origin(path, first=line), problems)) for line, cells in rows]
    found = tuple(indicator for indicator in read if indicator is not None)
    problems.extend(_twice(found))
    return found


def _rows(content: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with the line where it begins."""
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
    except csv.Error:
        message = "a quotation mark is opened and never closed, or text follows a closing one, or a cell is too long"
        raise flaw(Place(path, begins), message, 'Write a quotation mark inside a cell twice: "".') from None


def _columns(header: list[str], path: str) -> list[str]:
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        sign = "semicolons" if ";" in header[0] else "tabs"
        raise flaw(Place(path, 1), f"its cells are separated by {sign}", "Save it with commas (in Excel: “CSV UTF-8”).")
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise flaw(Place(path, 1), f"`{unknown[0]}` is not a column", choose(unknown[0], COLUMNS))
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise flaw(Place(path, 1), f"the column `{missing[0]}` is missing", f"Begin with: {HEADER}")
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        raise flaw(Place(path, 1), f"the column `{twice[0]}` is there twice", "Keep one of them.")
    return header


def _indicator(cells: list[str], columns: list[str], report: Report) -> Indicator | None:
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


def _twice(found: tuple[Indicator, ...]) -> Iterator[Problem]:
    seen: dict[tuple[str, str | None, str | None], int] = {}
    for indicator in found:
        key = (indicator.code, indicator.year, indicator.scope)
        line = indicator.origin.first
        first = seen.setdefault(key, line)
        if first != line:
            what = " ".join(part for part in key if part)
            yield wrong(indicator.origin.at(), f"{what} is given twice, in line {first} too", "Keep one of them.")
