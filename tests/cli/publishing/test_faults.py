"""The final report and the re-inspection: none or all, whenever the program is killed or the disk is full; and once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.aftermath import (
    FEW_OR_EACH,
    Act,
    Ground,
    each_step,
    full_at_each,
    killed_at_each,
    prepare,
    takes_room,
    without_office,
)
from tests.cli.conftest import Process
from tests.cli.moderating.conftest import SLUG
from tests.cli.publishing.conftest import OUT, Press

PUBLISH = Act("gus", ("publish", SLUG, "--today", OUT), "The report was published already", shared_first=True)
REINSPECT = Act(
    "gus",
    ("reinspect", SLUG, "--on", "2004-09-06", "--with", "J. Ford", "--today", OUT),
    "This is recorded already: ",
)
PAPERS = 3  # the record, the report, the list of changes
FOLDER = 4  # the record, and three files of the new inspection


@pytest.fixture
def ground(told_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Where an act is tried."""
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: None)

    def on(*, shared: bool) -> Ground:
        return Ground(prepare(told_once, tmp_path, shared=shared), tmp_path, capsys, monkeypatch)

    return on


@pytest.mark.parametrize("wanted", FEW_OR_EACH)
def test_killed_at_any_step_the_report_is_published_or_not(ground, wanted) -> None:
    killed_at_each(ground(shared=True), PUBLISH, wanted, PAPERS)


@pytest.mark.trial
def test_on_a_full_disk_the_report_is_published_or_not(ground) -> None:
    full_at_each(ground(shared=True), PUBLISH, takes_room, PAPERS)


@pytest.mark.trial
def test_killed_at_any_step_a_re_inspection_is_agreed_with_its_folder_or_not(ground) -> None:
    killed_at_each(ground(shared=True), REINSPECT, each_step, FOLDER)


@pytest.mark.trial
def test_on_a_full_disk_a_re_inspection_is_agreed_with_its_folder_or_not(ground) -> None:
    full_at_each(ground(shared=True), REINSPECT, takes_room, FOLDER)


@pytest.fixture
def clones(told_once: Path, tmp_path: Path, monkeypatch, capsys) -> dict[str, Press]:
    """Two people's copies of one shared place."""
    shared = prepare(told_once, tmp_path, shared=True) / "shared.git"
    for person in ("gus", "flo"):
        subprocess.run(["git", "clone", "-q", str(shared), str(tmp_path / person / "project")], check=True)
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: None)
    return {person: Press(tmp_path / person / "project", monkeypatch, capsys) for person in ("gus", "flo")}


def published(clones: dict[str, Press]) -> list[str]:
    """The records of a publication in the shared place."""
    shared = clones["gus"].root.parents[1] / "pristine/shared.git"
    words = ["git", "ls-tree", "-r", "--name-only", "HEAD"]
    listed = subprocess.run(words, cwd=shared, capture_output=True, check=True, text=True).stdout.split()
    return [name for name in listed if "-published-" in name]


def test_of_two_who_publish_at_the_same_moment_one_does(clones: dict[str, Press], process: Process) -> None:
    running = {}
    for person, copy in clones.items():
        copy.at(person)
        settings = {
            **process.environment,
            "GIT_CONFIG_GLOBAL": str(copy.root.parent / f"{person}.gitconfig"),
            "PATH": without_office(copy.root.parent),
        }
        words = [*process.command, "-C", str(copy.root), *PUBLISH.words]
        running[person] = subprocess.Popen(words, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = {person: each.communicate()[1].decode() for person, each in running.items()}
    assert sorted(each.returncode for each in running.values()) == [0, 1], said
    (lost,) = (person for person, each in running.items() if each.returncode)
    assert PUBLISH.again in said[lost]
    assert len(published(clones)) == 1
    assert not (clones[lost].root / "out").exists()


def test_without_the_shared_place_no_report_is_published(clones: dict[str, Press]) -> None:
    shared = clones["gus"].root.parents[1] / "pristine/shared.git"
    shutil.move(shared, shared.with_name("gone.git"))
    before = clones["gus"].state()
    done = clones["gus"].publishes()
    assert done.code == 4
    assert done.err.startswith("Nothing was issued, for nobody can tell whether others were quicker: ")
    assert clones["gus"].state() == before
    assert not (clones["gus"].root / "out").exists()


def test_a_shared_place_that_takes_nothing_leaves_nothing_here(clones: dict[str, Press]) -> None:
    hook = clones["gus"].root.parents[1] / "pristine/shared.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = clones["gus"].state()
    assert clones["gus"].publishes().code != 0
    assert clones["gus"].state() == before
    assert not (clones["gus"].root / "out").exists()
