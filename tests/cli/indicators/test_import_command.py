"""`reportkit indicators import`: tables that come in, and tables that do not."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from reportkit.cli.session import Session
from tests.cli.indicators import sheets
from tests.cli.indicators.bad_tables import BAD, BAD_TEXT, TABLE
from tests.cli.indicators.sheets import DAYS, HEAD, with_cell, workbook

OLD = "code,name,value\nBVPI 66a,Rent collected,97.1\nHH 1,Arrears,3.4\n"
WRITTEN = """\
code,name,value,unit,direction,year,scope,verified,target,note
BVPI 66a,Rent collected,97.3,per cent,higher,2003/04,,,,
BVPI 68,Days to let a home,47,days,lower,2003/04,,,,
"""


@pytest.fixture
def table(project: Path) -> Path:
    """The indicators.csv that is there before."""
    home = project / "inspections" / "elm-homes"
    home.mkdir(parents=True)
    (home / "inspection.yaml").write_text("kind: almo\nauthority: {name: Elm Council}\n", encoding="utf-8")
    (home / "indicators.csv").write_text(OLD, encoding="utf-8")
    return home / "indicators.csv"


@pytest.fixture
def bring(reportkit, table: Path, project: Path):
    def bring_in(data: bytes | str, name: str = "figures.xlsx", *options: str):
        (project / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return reportkit("indicators", "import", "elm-homes", name, "--yes", *options)

    return bring_in


def test_a_workbook_replaces_the_table_whole(bring, table: Path):
    told = bring(workbook())
    assert told.code == 0
    assert table.read_text(encoding="utf-8") == WRITTEN
    assert "Written: inspections/elm-homes/indicators.csv." in told.err


def test_a_workbook_as_excel_itself_saves_it_does_too(bring, table: Path):
    assert bring(sheets.as_excel_saves()).code == 0
    assert table.read_text(encoding="utf-8") == WRITTEN


def test_a_csv_file_does_too_however_its_header_and_marks_are_written(bring, table: Path):
    text = "\ufeffCode,Name,Value,Peers value\r\nBVPI 66a,Rent collected,97.3,96\r\n"
    assert bring(text.encode("utf-8"), "figures.CSV").code == 0
    assert table.read_text(encoding="utf-8").splitlines() == [
        "code,name,value,unit,direction,year,scope,verified,target,note,peers-value",
        "BVPI 66a,Rent collected,97.3,,,,,,,,96",
    ]


def test_what_changes_is_shown_first(bring):
    assert bring(TABLE, "figures.csv").out.splitlines() == [
        "~ BVPI 66a Rent collected",
        "    value: 97.1 → 97.3",
        "    unit: nothing → per cent",
        "    year: nothing → 2003/04",
        "+ BVPI 68 Days",
        "- HH 1 Arrears",
        "2 indicators before, 2 after: 1 added, 1 changed, 1 removed.",
    ]


def test_nothing_is_written_without_a_yes(reportkit, table: Path, project: Path):
    (project / "figures.csv").write_text(TABLE, encoding="utf-8")
    refused = reportkit("indicators", "import", "elm-homes", "figures.csv")
    assert (refused.code, table.read_text(encoding="utf-8")) == (2, OLD)
    assert "+ BVPI 68 Days" in refused.out
    assert refused.err == "Nothing was written: it was not confirmed. Add --yes once you have looked.\n"


def test_the_same_again_says_so(bring, table: Path):
    bring(TABLE, "figures.csv")
    before = table.stat().st_mtime_ns
    told = bring(TABLE, "figures.csv")
    assert (told.code, told.out, table.stat().st_mtime_ns) == (0, "", before)
    assert "holds the same already; nothing was written." in told.err


def test_a_table_that_cannot_be_read_is_replaced_and_that_is_said(bring, table: Path):
    table.write_text("code;name\n", encoding="utf-8")
    told = bring(TABLE, "figures.csv")
    assert told.out.startswith("indicators.csv cannot be read as it is, so all of it would be replaced:\n+ BVPI 66a")
    assert table.read_text(encoding="utf-8").startswith("code,name,value")


def test_the_first_table_of_an_inspection_is_made(bring, table: Path):
    table.unlink()
    assert bring(TABLE, "figures.csv").code == 0
    assert table.read_text(encoding="utf-8").startswith("code,name,value")


def test_a_local_indicator_comes_in_with_its_definition(bring, table: Path):
    head = (*HEAD, "Definition", "Sample")
    own = ("EH 1", "Satisfied with the last repair", 88, "per cent", "higher", "2003/04", "Reply cards", 212)
    assert bring(workbook(head, own)).code == 0
    assert table.read_text(encoding="utf-8").splitlines()[1].endswith(",Reply cards,212")


@pytest.mark.parametrize(
    ("place", "value", "number_format", "written"),
    [
        ("C2", 0.973, "0.0%", "97.3"),
        ("C2", 97.30000000000001, "General", "97.3"),
        ("C2", 97.0, "General", "97"),
        ("C2", 1200, "#,##0", "1200"),
        ("C2", "97.3", "@", "97.3"),
    ],
)
def test_a_number_is_what_a_reader_of_the_sheet_sees(bring, table: Path, place, value, number_format, written):
    assert bring(with_cell(place, value, number_format)).code == 0
    assert table.read_text(encoding="utf-8").splitlines()[1].split(",")[2] == written


@pytest.mark.parametrize(("data", "sentence"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_workbook_with_this_is_refused_in_a_sentence_and_nothing_is_written(bring, table: Path, data, sentence):
    began = time.process_time()
    refused = bring(data)
    assert refused.code == 1
    assert refused.err.splitlines()[0].startswith(sentence), refused.err
    assert table.read_text(encoding="utf-8") == OLD
    assert time.process_time() - began < 60


def test_of_many_problems_the_first_are_told_and_the_others_counted(bring):
    told = bring(TABLE + "HH 1,Homes,many,days,2003/04\n" * 90, "figures.csv").err.splitlines()
    assert len(told) == 51
    assert told[-1] == "And 40 more."


def test_of_the_sheet_that_is_named_alone_anything_is_asked(bring, table: Path):
    def change(sheet: object) -> None:
        notes = sheet.parent.create_sheet("Notes")
        notes.append(("Merged", "and", "=1+1"))
        notes.merge_cells("A1:B1")

    assert bring(workbook(change=change), "figures.xlsx", "--sheet", "Sheet").code == 0
    assert table.read_text(encoding="utf-8") == WRITTEN


@pytest.mark.parametrize(("data", "sentence"), [case[1:] for case in BAD_TEXT], ids=[case[0] for case in BAD_TEXT])
def test_a_csv_file_with_this_is_refused_in_a_sentence_and_nothing_is_written(bring, table: Path, data, sentence):
    refused = bring(data, "figures.csv")
    assert refused.code == 1
    assert refused.err.splitlines()[0].startswith(sentence), refused.err
    assert table.read_text(encoding="utf-8") == OLD


def test_every_problem_of_a_table_is_told_at_once(bring):
    refused = bring(workbook(HEAD, ("A", "B", "x", "dys", "up", "2003"), DAYS))
    assert [line.partition(":")[2].partition(":")[0] for line in refused.err.splitlines()] == ["C2", "F2", "D2", "E2"]


def test_the_sheet_that_is_meant_can_be_named(bring, table: Path):
    assert bring(sheets.with_sheet("Old", "hidden"), "figures.xlsx", "--sheet", "Sheet").code == 0
    assert table.read_text(encoding="utf-8") == WRITTEN
    assert (
        "has no sheet “New”. Its sheets are: Sheet, Old."
        in bring(sheets.with_sheet("Old"), "f.xlsx", "--sheet", "New").err
    )


@pytest.mark.parametrize("name", ["nowhere.csv", "nowhere.xlsx", "inspections"])
def test_a_file_that_is_not_there_or_is_none_is_named(reportkit, table, name):
    refused = reportkit("indicators", "import", "elm-homes", name, "--yes")
    assert refused.code == 1
    assert refused.err.startswith(f"{name}: ")


def test_a_wrong_guess_at_the_command_is_met_with_the_right_one(reportkit, table):
    assert (
        "There is no act 'imoprt'. Did you mean 'import'?"
        in reportkit("indicators", "imoprt", "elm-homes", "x.csv").err
    )
    assert "There is no inspection `elm-hmes`. Did you mean `elm-homes`?" in (
        reportkit("indicators", "import", "elm-hmes", "x.csv").err
    )


@pytest.mark.parametrize(("answer", "code", "left"), [("y\n", 0, WRITTEN), ("n\n", 1, OLD)])
def test_at_a_terminal_it_asks_and_does_what_is_answered(reportkit, table: Path, monkeypatch, answer, code, left):
    Path("figures.xlsx").write_bytes(workbook())
    monkeypatch.setattr(Session, "may_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    told = reportkit("indicators", "import", "elm-homes", "figures.xlsx")
    assert (told.code, "Replace indicators.csv? [y/N]" in told.err) == (code, True)
    assert table.read_text(encoding="utf-8") == left
