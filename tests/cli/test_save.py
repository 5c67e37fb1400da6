"""`reportkit save`, as an inspector sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.cli.main import run
from reportkit.errors import Exit

PARTICULARS = "kind: almo\nguidance: '2003-03'\nauthority: {name: Elm Council, type: district-council}\n"
LATE = "---\ntitle: Repairs\nkind: weakness\n---\nLate.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root, home = tmp_path / "project", tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (root / "inspections/elm/findings").mkdir(parents=True)
    (root / "reportkit.yaml").write_text("format: 1\nrepository: x\ninspectorate: {name: Ours}\n", encoding="utf-8")
    (root / "inspections/elm/inspection.yaml").write_text(PARTICULARS, encoding="utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Start"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def test_what_was_saved_is_said_in_an_inspectors_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "inspections/elm/findings/repairs.md").write_text(LATE)
    (project / "inspections/elm/findings/~$repairs.docx").write_text("")
    assert run(["-C", str(project), "save", "elm", "-m", "Second visit"]) == Exit.DONE
    shown = capsys.readouterr()
    assert shown.out.startswith("Saved: 1 finding added. Version ")
    assert shown.err == "Left out: findings/~$repairs.docx: it belongs to another program.\n"
    subject = subprocess.run(["git", "log", "-1", "--format=%s"], cwd=project, capture_output=True, check=True).stdout
    assert subject == b"Second visit\n"


def test_inside_an_inspections_folder_its_name_may_be_left_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(project / "inspections/elm/findings"), "save"]) == Exit.DONE
    assert capsys.readouterr().out == "Nothing has changed since the last version.\n"


def test_a_dry_run_says_what_would_be_saved(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "inspections/elm/findings/repairs.md").write_text(LATE)
    assert run(["-C", str(project), "save", "elm", "--dry-run"]) == Exit.DONE
    assert capsys.readouterr().out == "Would save: 1 finding added.\n"
    count = subprocess.run(["git", "rev-list", "--count", "main"], cwd=project, capture_output=True, check=True).stdout
    assert count == b"1\n"


def test_a_saved_version_whose_index_did_not_follow_says_so(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportkit.gitstore.save._follow", lambda *_: "The disk is full.")
    (project / "inspections/elm/findings/repairs.md").write_text(LATE)
    assert run(["-C", str(project), "save", "elm"]) == Exit.DONE
    assert "The version is safe, but Git's own list did not follow. The disk is full." in capsys.readouterr().err


def test_an_unknown_inspection_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(project), "save", "ash"]) == Exit.WRONG_USE
    assert capsys.readouterr().err == "There is no inspection `ash`. There are: elm.\n"
