"""guidance/thresholds-2002-03.yaml: a newer year's upper quartiles, added by the organisation without any program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, structs

from reportkit.errors import Refused
from reportkit.guidance.indicators import indicator_of, normal_code
from reportkit.guidance.thresholds import AUTHORITY_TYPES
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear
from reportkit.reading import yaml
from reportkit.reading.convert import convert
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.financial_year import refuse_year
from reportkit.reading.problems import Report, ValueFlaw, flaw, refused

FOLDER = "guidance"
_NAME = re.compile(r"guidance/thresholds-([0-9]{4})-([0-9]{2})\.yaml")


class Thresholds(Struct, frozen=True):
    """The years that could be read, oldest first, and every problem of those that could not."""

    years: tuple[ThresholdYear, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_thresholds(files: Files) -> Thresholds:
    """Return every file of thresholds in the repository; none where there is no folder guidance/."""
    read = [_read(files, path) for path in files.under(FOLDER)]
    years = sorted((year for each in read for year in each.years), key=lambda each: each.year)
    return Thresholds(tuple(years), tuple(problem for each in read for problem in each.problems))


def _read(files: Files, path: str) -> Thresholds:
    try:
        return _parsed(files.read(path), path)
    except Refused as error:
        return Thresholds(problems=(refused(error, path),))


@lru_cache  # one file serves every inspection that is read
def _parsed(data: bytes, path: str) -> Thresholds:
    problems: list[Problem] = []
    try:
        found = _year(data, path, problems)
    except ValueFlaw as broken:
        return Thresholds(problems=(broken.problem,))
    return Thresholds(problems=tuple(problems)) if problems or found is None else Thresholds((found,))


def _year(data: bytes, path: str, problems: list[Problem]) -> ThresholdYear | None:
    named = _NAME.fullmatch(path)
    if named is None:
        remedy = "Name it as thresholds-2002-03.yaml, or keep it elsewhere."
        raise flaw(Place(path), "is no file of thresholds", remedy)
    raw, origin = yaml.load(decode(data, path), path)
    report = Report(origin, problems)
    found = convert(ThresholdYear, raw, report, {"origin": origin})
    if found is None:
        return None
    refuse_year(found.year, report)
    if found.year != f"{named[1]}/{named[2]}":
        report.add("year", f"`year` is {found.year}, and the file is named for another", "Make the two agree.")
    seen: set[str] = set()
    rows = tuple(_row(row, f"thresholds.{number}", report, seen) for number, row in enumerate(found.thresholds))
    return structs.replace(found, thresholds=rows)


def _row(row: NewerThreshold, key: str, report: Report, seen: set[str]) -> NewerThreshold:
    """Return the row under the code as the guidance writes it; what it lacks is noted."""
    code = normal_code(row.code)
    if code in seen:
        report.add(f"{key}.code", f"{code} is given twice", "Keep one of them.")
    seen.add(code)
    for name, remedy in _lacking(row, code):
        report.add(key, f"{code} has no {name}", remedy)
    return structs.replace(row, code=code)


def _lacking(row: NewerThreshold, code: str) -> Iterator[tuple[str, str]]:
    known = indicator_of(code)
    if row.direction is None and (known is None or known.direction == "neither"):
        yield "`direction`", "Write `direction: higher` or `direction: lower`: which way is better."
    if row.unit is None and known is None:
        yield "`unit`", "Write its unit, such as `unit: days`."
    if row.is_empty:
        yield "figure", f"Write one for {', '.join(AUTHORITY_TYPES)}, or for some of them."
