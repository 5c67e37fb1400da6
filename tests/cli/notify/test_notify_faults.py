"""Letters are all issued or none: killed at each step, on a full disk, and by two people at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.cli.aftermath import (
    Act,
    each_step,
    failing_at_each,
    ground_of,
    killed_at_each,
    takes_room,
    telling_steps,
)
from tests.cli.at_once import (
    both_type,
    nothing_that_the_place_turns_down,
    nothing_without_the_place,
    recorded_there,
    two_copies,
)
from tests.cli.conftest import Process
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.notify.conftest import DAY

ACT = Act("gus", ("notify", SLUG, "--today", DAY), "The letters were issued already", shared_first=True)
DISPATCH = Act(
    "gus", ("notify", "sent", SLUG, "--to", "almo", "--by", "post", "--today", DAY), "This is recorded already: "
)
WHOLE = 5  # the record, three letters and the release


@pytest.mark.parametrize(
    ("shared", "wanted"),
    [
        pytest.param(True, telling_steps, id="shared, a few steps"),
        pytest.param(True, each_step, id="shared, every step", marks=pytest.mark.trial),
        pytest.param(False, each_step, id="every step", marks=pytest.mark.trial),
    ],
)
def test_killed_at_any_step_all_are_issued_or_none_and_the_same_command_again_is_safe(
    decided: Path, tmp_path: Path, capsys, monkeypatch, shared, wanted
) -> None:
    killed_at_each(ground_of(decided, tmp_path, capsys, monkeypatch, shared=shared), ACT, wanted)


@pytest.mark.trial
def test_killed_at_any_step_a_letter_is_noted_as_sent_once_or_not(
    office: Office, tmp_path: Path, capsys, monkeypatch
) -> None:
    assert office.at("gus")(*ACT.words).code == 0
    shutil.rmtree(office.root / "out")  # messages for someone to send
    killed_at_each(ground_of(office.root, tmp_path, capsys, monkeypatch, shared=True), DISPATCH, each_step)


@pytest.mark.trial
def test_a_disk_that_is_full_from_any_step_on_leaves_all_or_none(
    decided: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    failing_at_each(ground_of(decided, tmp_path, capsys, monkeypatch, shared=True), ACT, takes_room)


def recorded(root: Path) -> list[str]:
    """Return what the newest version holds of the letters."""
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "HEAD", f"moderation/{SLUG}/"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    return [name for name in listed.stdout.decode().split() if "-letter" in name or "press-release" in name]


def test_a_disk_that_is_full_at_any_file_leaves_nothing(office: Office, monkeypatch) -> None:
    tip = office.git("rev-parse", "HEAD")
    before = len(office.records())
    synced = os.fsync
    for number in range(1, 60):
        left = number

        def full(handle: int) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise OSError(28, "No space left on device")
            synced(handle)

        monkeypatch.setattr("os.fsync", full)
        done = office.at("gus")("notify", SLUG, "--today", DAY)
        monkeypatch.setattr("os.fsync", synced)
        if office.git("rev-parse", "HEAD") != tip:
            break
        assert done.code != 0
        assert len(office.records()) == before
        assert not (office.root / "out" / f"{SLUG}-letters").exists()
    assert len(recorded(office.root)) == WHOLE


def test_letters_whose_copies_find_no_room_are_issued_all_the_same(office: Office) -> None:
    (office.root / "out").write_text("A file where a folder belongs.\n", encoding="utf-8")
    done = office.at("gus")("notify", SLUG, "--today", DAY)
    assert done.code == 0
    assert "It is recorded; not every copy could be put in its place. " in done.err
    assert f"All of them are in moderation/{SLUG}/issued/." in done.err
    assert len(recorded(office.root)) == WHOLE


def test_where_there_is_no_room_to_make_pdf_copies_nothing_is_issued(office: Office, monkeypatch) -> None:
    makes = tempfile.mkdtemp

    def full(suffix: str | None = None, prefix: str | None = None, dir: str | None = None) -> str:  # noqa: A002  the name that tempfile gives it
        if prefix == "reportkit-office-":
            raise OSError(28, "No space left on device", "reportkit-office")
        return makes(suffix, prefix, dir)

    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("tempfile.mkdtemp", full)
    before = office.records()
    done = office.at("gus")("notify", SLUG, "--today", DAY)
    assert done.err == (
        "reportkit-office: LibreOffice could not be given a folder for its work: No space left on device."
        " Make room there, or name a folder on another disk in TMPDIR, and try again.\n"
    )
    assert done.code == 4
    assert office.records() == before
    assert not (office.root / "out").exists()


@pytest.fixture
def clones(office: Office, tmp_path: Path, monkeypatch, capsys) -> dict[str, Office]:
    """Two administrators' copies of one shared place."""
    return two_copies(office.root, tmp_path, lambda root: Office(root, monkeypatch, capsys))


def test_letters_are_in_the_shared_place_before_anyone_has_a_copy(clones: dict[str, Office], tmp_path: Path) -> None:
    done = clones["gus"].at("gus")("notify", SLUG, "--today", DAY)
    assert done.code == 0, done.err
    assert len(recorded_there(tmp_path, "letters")) == 1
    other = clones["flo"].at("flo")("notify", SLUG, "--today", DAY)
    assert (other.code, ACT.again in other.err) == (1, True)
    assert clones["flo"].at("flo")("notify", "copies", SLUG, "--today", DAY).code == 0


def test_without_the_shared_place_nothing_is_issued(clones: dict[str, Office], tmp_path: Path) -> None:
    nothing_without_the_place(clones["gus"], tmp_path, ACT)


def test_a_shared_place_that_takes_nothing_leaves_nothing_here(clones: dict[str, Office], tmp_path: Path) -> None:
    nothing_that_the_place_turns_down(clones["gus"], tmp_path, ACT)


def test_of_two_who_issue_at_the_same_moment_one_does(
    clones: dict[str, Office], process: Process, tmp_path: Path
) -> None:
    _, told = both_type(clones, process, *ACT.words)
    assert ACT.again in told.err
    assert len(recorded_there(tmp_path, "letters")) == 1
