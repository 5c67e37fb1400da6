"""Where a draft comes from: version, date, and what is not saved yet."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.gitstore.provenance import Provenance, begin_provenance, provenance

Git = Callable[..., str]


def test_with_everything_saved_the_version_and_its_date_are_known(project: Path, git: Git) -> None:
    git("commit", "-q", "--amend", "--no-edit", "--date=2004-06-14T10:00:00+01:00")
    found = provenance(project, "elm")
    assert found.commit == git("rev-parse", "HEAD")
    assert found.committed == dt.datetime.fromisoformat(git("log", "-1", "--format=%cI"))
    assert found.unsaved == ()


def test_unsaved_files_of_the_inspection_and_of_what_shapes_its_report_are_listed(project: Path, git: Git) -> None:
    (project / "inspections/elm/findings/repairs.md").write_text("Late.\n")
    (project / "inspections/elm/findings/a new one.md").write_text("New.\n")
    (project / "inspections/elm/findings/rent.md").unlink()
    (project / "templates/report.md.j2").write_text("# Ours\n")
    git("add", "templates")
    (project / "reportkit.yaml").write_text("format: 1\n\n")
    found = provenance(project, "elm")
    assert (found.commit, found.committed) == (git("rev-parse", "HEAD"), None)
    assert sorted(found.unsaved) == [
        "inspections/elm/findings/a new one.md",
        "inspections/elm/findings/rent.md",
        "inspections/elm/findings/repairs.md",
        "reportkit.yaml",
        "templates/report.md.j2",
    ]


def test_other_inspections_and_litter_do_not_count(project: Path) -> None:
    (project / "inspections/oak/inspection.yaml").write_text("kind: indicative\n")
    (project / "inspections/elm/~$report.docx").write_text("")
    (project / "note.txt").write_text("")
    assert provenance(project, "elm").unsaved == ()


def test_a_file_in_conflict_is_unsaved(project: Path, git: Git) -> None:
    path = project / "inspections/elm/findings/repairs.md"
    blob = git("hash-object", "-w", str(path))
    name = "inspections/elm/findings/repairs.md"
    listing = f"0 {'0' * 40}\t{name}\n100644 {blob} 1\t{name}\n100644 {blob} 2\t{name}\n"
    subprocess.run(["git", "update-index", "--index-info"], cwd=project, input=listing.encode(), check=True)
    assert provenance(project, "elm").unsaved == (name,)


def test_paths_are_relative_to_the_project_inside_a_larger_repository(project: Path, git: Git) -> None:
    inner = project / "housing"
    (inner / "inspections/ash").mkdir(parents=True)
    (inner / "inspections/ash/inspection.yaml").write_text("kind: almo\n")
    assert provenance(inner, "ash").unsaved == ("inspections/ash/inspection.yaml",)


def test_before_the_first_version_there_is_none(project: Path, git: Git) -> None:
    git("switch", "-q", "--orphan", "empty")
    assert provenance(project, "elm") == Provenance()


def test_outside_a_repository_without_git_or_with_a_broken_one_there_is_no_version(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert provenance(tmp_path, "elm") == Provenance()
    (project / ".git/HEAD").write_text("nonsense")
    assert provenance(project, "elm") == Provenance()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert provenance(project, "elm") == Provenance()


def test_asking_does_not_write_in_the_repository(project: Path) -> None:
    (project / "inspections/elm/findings/repairs.md").touch()
    index = project / ".git/index"
    before = index.stat().st_mtime_ns
    begin_provenance(project, "elm").result()
    assert index.stat().st_mtime_ns == before


def test_a_version_whose_date_cannot_be_read_has_none(project: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.gitstore.provenance.line", lambda *_: "nonsense")
    assert provenance(project, "elm") == Provenance(git("rev-parse", "HEAD"), None, ())
