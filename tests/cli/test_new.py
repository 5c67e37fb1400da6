from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportkit.inspection.casework import Casework
from reportkit.inspection.source_place import Origin
from reportkit.reading.casework import read_casework
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.workspace import write_files

EXAMPLE = re.compile(r" *# ( *- | +|[a-z0-9-]+:)")
ALMO = ("--kind", "almo", "--authority", "Harrowmere Council", "--almo", "Harrowmere: Homes")


def test_a_new_inspection_can_be_read_without_a_problem(reportkit, project):
    made = reportkit("new", "homes", *ALMO, "--authority-type", "district-council", "--homes", "21,450", "--round", "2")
    reading = read_inspection(FolderFiles(project), "homes")
    assert made == (0, "inspections/homes\n", made.err)
    assert reading.problems == ()
    assert reading.inspection is not None
    particulars = reading.inspection.particulars
    assert (particulars.kind, particulars.round, particulars.guidance) == ("almo", 2, "2003-03")
    assert (particulars.authority.type, particulars.authority.homes) == ("district-council", 21450)
    assert particulars.almo is not None
    assert particulars.almo.name == "Harrowmere: Homes"
    assert [service.id for service in particulars.scope] == [
        "stock-investment",
        "rent",
        "tenant-participation",
        "estate-management",
    ]


@pytest.mark.parametrize("kind", ["almo", "indicative", "re-inspection", "best-value"])
def test_every_kind_of_inspection_starts_readable(reportkit, project, kind):
    reportkit("new", "homes", "--kind", kind, "--authority", "X", "--went-live", "2003-04-01")
    assert read_inspection(FolderFiles(project), "homes").problems == ()


def test_its_examples_are_right_when_their_notes_are_taken_up(reportkit, project):
    reportkit("new", "homes", *ALMO)
    for file in (project / "inspections" / "homes").glob("*.yaml"):
        taken_up = [
            line.replace("# ", "", 1) if EXAMPLE.match(line) else line
            for line in file.read_text(encoding="utf-8").splitlines()
            if line != "[]"
        ]
        file.write_text("\n".join(taken_up), encoding="utf-8")
    assert read_inspection(FolderFiles(project), "homes").problems == ()


def test_a_repository_of_a_newer_format_is_refused_by_name(reportkit, project, homes):
    (project / "reportkit.yaml").write_text("format: 2\n", encoding="utf-8")
    for command in (
        ("new", "second", *ALMO),
        ("add", "finding", "homes", "--title", "T", "--kind", "strength"),
        ("check",),
    ):
        refused = reportkit(*command)
        assert refused.code == 1
        assert "reportkit.yaml:1: was made by a newer reportkit (format 2)" in refused.err
    assert list((homes / "findings").iterdir()) == []


def test_it_says_what_to_do_next(reportkit):
    assert "reportkit add finding homes" in reportkit("new", "homes", *ALMO).err


def test_all_folders_are_there_to_be_filled(reportkit, project):
    reportkit("new", "homes", *ALMO)
    folders = {path.name for path in (project / "inspections" / "homes").iterdir() if path.is_dir()}
    assert folders == {"findings", "evidence", "recommendations", "narrative"}


@pytest.mark.parametrize("name", ["con", "com1", "Homes", "a b", "../x", "é", "x" * 41, "submit", "sign-off", "pack"])
def test_a_name_that_could_not_be_used_everywhere_is_refused(reportkit, project, name):
    refused = reportkit("new", name, *ALMO)
    assert refused.code == 2
    assert name in refused.err
    assert not (project / "inspections").exists()


def test_a_name_that_begins_with_a_hyphen_is_refused(reportkit, project):
    assert reportkit("new", "--", "-homes", *ALMO).code == 2
    assert not (project / "inspections").exists()


def test_an_inspection_that_is_there_stays_as_it_is(reportkit, homes):
    before = (homes / "inspection.yaml").read_bytes()
    refused = reportkit("new", "homes", *ALMO)
    assert refused.code == 1
    assert "is an inspection `homes` already" in refused.err
    assert (homes / "inspection.yaml").read_bytes() == before


def test_what_is_missing_is_named_with_an_example(reportkit, project):
    refused = reportkit("new", "homes")
    assert refused.code == 2
    assert "needs --kind and --authority" in refused.err
    assert not (project / "inspections").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--kind", "alm", "Did you mean `almo`?"),
        ("--went-live", "2003-02-30", "is not a date"),
        ("--homes", "many", "is not a number"),
        ("--authority", "Harrow\x00mere", "a Word document cannot hold"),
    ],
)
def test_a_wrong_value_is_refused_in_a_sentence(reportkit, project, option, value, said):
    refused = reportkit("new", "homes", *ALMO, option, value)
    assert refused.code == 2
    assert said in refused.err
    assert not (project / "inspections").exists()


def test_at_a_terminal_it_asks_for_what_is_needed_alone(reportkit, project, at_a_terminal):
    at_a_terminal("2", "Harrowmere Council")
    assert reportkit("new", "homes").code == 0
    assert reportkit("new", "others", *ALMO).code == 0


def test_with_ask_a_terminal_asks_for_what_may_be_left_out_too(reportkit, project, at_a_terminal):
    at_a_terminal("9", "2", "", "Harrowmere Council", "", "", "North West", "x", "3")
    assert reportkit("new", "homes", "--ask").code == 0
    inspection = read_inspection(FolderFiles(project), "homes").inspection
    assert inspection is not None
    assert inspection.particulars.kind == "indicative"
    assert inspection.particulars.authority.region == "North West"
    assert inspection.particulars.round == 3


def test_no_input_asks_nothing_wherever_it_is_said(reportkit, project, at_a_terminal):
    at_a_terminal()
    assert reportkit("--no-input", "new", "homes").code == 2
    assert reportkit("new", "homes", "--no-input").code == 2


def test_casework_to_fill_in_lies_beside_the_record(reportkit, project):
    (project / "moderation").mkdir()
    reportkit("new", "homes", *ALMO)
    assert read_casework(FolderFiles(project), "homes") == Casework(origin=Origin("moderation/homes/casework.yaml"))


def test_casework_that_is_there_stays_as_it_is(reportkit, project):
    path = project / "moderation" / "homes" / "casework.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"# mine\n")
    assert reportkit("new", "homes", *ALMO).code == 0
    assert path.read_bytes() == b"# mine\n"


def test_no_casework_is_left_of_an_inspection_that_could_not_be_made(reportkit, project, monkeypatch):
    renamed = Path.rename

    def only_casework(path: Path, target: Path) -> Path:
        if target.parent.name == "inspections":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    (project / "moderation").mkdir()
    monkeypatch.setattr(Path, "rename", only_casework)
    assert reportkit("new", "homes", *ALMO).code == 4
    assert sorted(path.name for path in project.rglob("*")) == ["inspections", "moderation", "reportkit.yaml"]


def test_a_disk_that_fails_leaves_nothing_behind(reportkit, project, monkeypatch):
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write_files.os, "fsync", full)
    assert reportkit("new", "homes", *ALMO).code == 4
    assert sorted(path.name for path in project.rglob("*")) == ["inspections", "reportkit.yaml"]
