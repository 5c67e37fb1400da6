"""A newer year's thresholds, added as a file."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from reportkit.guidance.thresholds import AUTHORITY_TYPES
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import Reading, read_inspection
from reportkit.reading.thresholds import Thresholds, read_thresholds

NAME = "thresholds-2002-03.yaml"
GOOD = """\
year: 2002/03
source: ODPM, December 2003
thresholds:
  - code: BVPI 66a
    london-borough: 96.9
    district-council: 98.7
  - {code: bv212, unit: days, direction: lower, unitary-authority: 33}
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Thresholds]:
    def reader(text: str | bytes = GOOD, name: str = NAME) -> Thresholds:
        (tmp_path / "guidance").mkdir(exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "guidance" / name).write_bytes(data)
        return read_thresholds(FolderFiles(tmp_path))

    return reader


def test_a_year_is_read_with_its_codes_as_the_guidance_writes_them(read):
    (year,) = read().years
    assert (year.year, year.source) == ("2002/03", "ODPM, December 2003")
    assert [row.code for row in year.thresholds] == ["BVPI 66a", "BVPI 212"]
    first = year.thresholds[0]
    assert [first.figure(each) for each in AUTHORITY_TYPES] == [Decimal("96.9"), None, None, Decimal("98.7")]


def test_several_years_come_oldest_first(read):
    read(GOOD.replace("2002/03", "2003/04"), "thresholds-2003-04.yaml")
    assert [year.year for year in read().years] == ["2002/03", "2003/04"]


def test_without_the_folder_there_are_none(tmp_path: Path):
    assert read_thresholds(FolderFiles(tmp_path)) == Thresholds()


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        (
            GOOD,
            "thresholds.yaml",
            ": is no file of thresholds. Name it as thresholds-2002-03.yaml, or keep it elsewhere.",
        ),
        (GOOD, "notes.txt", ": is no file of thresholds. Name it as thresholds-2002-03.yaml, or keep it elsewhere."),
        (
            GOOD,
            "thresholds-2003-04.yaml",
            ":1: `year` is 2002/03, and the file is named for another.",
        ),
        (
            GOOD.replace("2002/03", "2002/04"),
            NAME,
            ":1: `year` cannot be `2002/04`. Write a financial year",
        ),
        (GOOD.replace("source:", "sauce:"), NAME, ":2: `sauce` is not a key of this file. Did you mean `source`?"),
        (GOOD.replace("96.9", "96.9%"), NAME, ":5: `london-borough` expects a number such as 3.10."),
        (GOOD.replace("BVPI 66a", "BVPI 212"), NAME, ":7: BVPI 212 is given twice. Keep one of them."),
        (GOOD.replace("direction: lower, ", ""), NAME, ":7: BVPI 212 has no `direction`."),
        (GOOD.replace("unit: days, ", ""), NAME, ":7: BVPI 212 has no `unit`."),
        (GOOD.replace("unitary-authority: 33", ""), NAME, ":7: BVPI 212 has no figure."),
        ("- year: 2002/03\n", NAME, ":1: `key: value` lines are expected here."),
        (b"year: caf\xe9\n", NAME, ":1: is not UTF-8"),
        ("year: [\n", NAME, ":1:"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(read, text, name, sentence):
    found = read(text, name)
    said = [str(problem) for problem in found.problems]
    assert found.years == ()
    assert any(each.startswith(f"guidance/{name}{sentence}") for each in said), said


def test_an_indicator_that_is_better_neither_way_can_be_given_a_direction(read):
    assert read(GOOD.replace("bv212", "BVPI 184b")).problems == ()


def test_an_inspection_is_read_with_the_thresholds_beside_it(tmp_path: Path, read):
    home = tmp_path / "inspections" / "elm-homes"
    home.mkdir(parents=True)
    (home / "inspection.yaml").write_text("kind: almo\nauthority: {name: Elm Council}\n", encoding="utf-8")
    read()
    inspection = read_inspection(FolderFiles(tmp_path), "elm-homes").inspection
    assert inspection is not None
    assert [year.year for year in inspection.thresholds] == ["2002/03"]


def test_a_faulty_file_of_thresholds_is_told_with_the_inspection(tmp_path: Path, read):
    test_an_inspection_is_read_with_the_thresholds_beside_it(tmp_path, read)
    read("year: 2002/03\n")
    reading: Reading = read_inspection(FolderFiles(tmp_path), "elm-homes")
    assert {problem.where.file for problem in reading.problems} == {f"guidance/{NAME}"}
