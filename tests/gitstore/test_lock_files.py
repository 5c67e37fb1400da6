"""Locks: wherever one stands, what it keeps from its work names it; the doctor finds it, and takes it out or not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reportkit.actions import mend_locks
from reportkit.errors import ReportkitError
from reportkit.gitstore.clone import copy_repository, introduce
from reportkit.gitstore.init import GitUser
from reportkit.gitstore.lock_files import find_locks, take_out
from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.save import save
from reportkit.gitstore.sharing import sync
from tests.gitstore.recording import HOUSE, act, sign_off

Laptop = Any  # see conftest.py
HOME = Path(__file__).parents[2]
OWNER = Path(__file__).owner() if sys.platform != "win32" else ""
HOURS_AGO = 7300

HERE = (
    *("index.lock", "HEAD.lock", "packed-refs.lock", "config.lock", "shallow.lock", "FETCH_HEAD.lock"),
    *("refs/heads/main.lock", "refs/remotes/origin/main.lock"),
)
THERE = ("refs/heads/main.lock", "HEAD.lock", "packed-refs.lock", "config.lock")


def lock(path: Path, age: int = HOURS_AGO) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def saving(laptop: Laptop) -> str:
    laptop.finding("repairs", "Late.\n")
    return save(laptop.root, "elm").afterwards


def recording(laptop: Laptop) -> str:
    with closing(GitRecordStore(laptop.root, HOUSE)) as store:
        return store.append(act(store, sign_off(store))).remark


def handing_on(laptop: Laptop) -> str:
    return sync(laptop.root).afterwards


def bringing_in(laptop: Laptop) -> str:
    other = laptop.root.parent / "other"
    copy_repository(str(laptop.root.parent / "shared.git"), other)
    introduce(other, GitUser("Cat Roy", "cat@example.org"), None)
    (other / "inspections/elm/findings/repairs.md").write_text("Others.\n")
    save(other, "elm")
    sync(other)
    return sync(laptop.root).afterwards


def joining(laptop: Laptop) -> str:
    copy_repository(str(laptop.root.parent / "shared.git"), laptop.root.parent / "joined")
    return ""


def introducing(laptop: Laptop) -> str:
    introduce(laptop.root, GitUser("Ben Hay", "ben@example.org"), None)
    return ""


BRANCH = {"HEAD.lock", "refs/heads/main.lock"}
STOPS = {
    saving: {"index.lock", *BRANCH},
    recording: {"index.lock", *BRANCH},
    handing_on: {"refs/remotes/origin/main.lock", "shared/HEAD.lock", "shared/refs/heads/main.lock"},
    bringing_in: {
        "index.lock",
        *BRANCH,
        "refs/remotes/origin/main.lock",
        "shared/HEAD.lock",
        "shared/refs/heads/main.lock",
    },
    joining: set(),
    introducing: {"config.lock"},
}
"""Which locks keep a command from its work, or from a part of it. The others are those of other work."""


@pytest.mark.parametrize("command", STOPS, ids=lambda command: command.__name__)
@pytest.mark.parametrize("place", [*HERE, *(f"shared/{name}" for name in THERE)])
def test_what_a_lock_keeps_from_its_work_names_the_lock_its_age_and_its_owner(
    ben: Laptop, shared: Path, command: Callable[[Laptop], str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    ben.commit("notes.txt", "One.\n")
    left = lock((shared if place.startswith("shared/") else ben.root / ".git") / place.removeprefix("shared/"))
    said = told_by(command, ben)
    assert (f"{left.name} has stood for 2 hours and belongs to {OWNER}" in said) is (place in STOPS[command])
    assert ("`reportkit doctor --mend`" in said) is (place in STOPS[command])
    assert left.exists()
    assert left in [each.path for each in find_locks(ben.root)]


def told_by(command: Callable[[Laptop], str], laptop: Laptop) -> str:
    try:
        return command(laptop)
    except ReportkitError as error:
        return str(error)


def test_a_lock_in_the_shared_folder_stops_sharing_at_once(ben: Laptop, shared: Path) -> None:
    ben.saved("repairs", "Late.\n")
    left = lock(shared / "refs/heads/main.lock")
    with pytest.raises(ReportkitError, match=r"main\.lock has stood for 2 hours"):
        sync(ben.root)
    left.unlink()
    assert sync(ben.root).sent == 1


@pytest.fixture
def stopped(project: Path) -> Path:
    """A lock of a reportkit that was killed while it held the work tree's lock."""
    code = (
        "import os, pathlib, signal, sys\n"
        "from reportkit.gitstore.checkout import open_checkout\n"
        "from reportkit.gitstore.lock import hold_lock\n"
        "with hold_lock(open_checkout(pathlib.Path(sys.argv[1]))): os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(project)], cwd=HOME, check=False).returncode == -9
    return lock(project / ".git/index.lock", age=0)


def minutes_later(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    now = time.time() + minutes * 60
    monkeypatch.setattr("reportkit.gitstore.lock_words.time.time", lambda: now)


def test_a_lock_of_ours_whose_process_is_gone_is_taken_out(project: Path, stopped: Path, monkeypatch: Any) -> None:
    minutes_later(monkeypatch, 2)
    prepared = mend_locks.prepare(project)
    assert [each.path for each in prepared.own] == [stopped]
    assert mend_locks.carry_out(prepared, ()).taken == prepared.own
    assert not stopped.exists()


def test_the_next_command_takes_it_out(project: Path, stopped: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    save(project, "elm")
    assert not stopped.exists()


def test_the_next_command_leaves_a_lock_that_came_later(project: Path, stopped: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    os.utime(stopped, (time.time() + 300, time.time() + 300))
    with pytest.raises(ReportkitError, match=r"index\.lock has stood"):
        save(project, "elm")
    assert stopped.exists()


def test_a_lock_that_came_later_is_not_ours(project: Path, stopped: Path, monkeypatch: Any) -> None:
    os.utime(stopped, (time.time() + 300, time.time() + 300))
    minutes_later(monkeypatch, 20)
    assert [each.is_ours for each in find_locks(project)] == [False]


@pytest.mark.parametrize(("age", "asked", "young"), [(3599, 0, 1), (3700, 1, 0), (30, 0, 0)])
def test_a_lock_of_another_program_is_taken_out_only_when_it_is_older_than_an_hour_and_agreed_to(
    project: Path, age: int, asked: int, young: int
) -> None:
    left = lock(project / ".git/index.lock", age)
    prepared = mend_locks.prepare(project)
    assert (len(prepared.own), len(prepared.others), len(prepared.young)) == (0, asked, young)
    assert mend_locks.carry_out(prepared, ()).taken == ()
    assert left.exists()
    assert mend_locks.carry_out(prepared, (*prepared.others, *prepared.young)).taken == prepared.others
    assert left.exists() is not bool(asked)


def test_a_lock_that_is_another_by_now_stays(project: Path) -> None:
    left = lock(project / ".git/index.lock")
    (found,) = find_locks(project)
    kept = left.rename(left.with_name("kept"))  # so that its number is not given again
    lock(left)
    assert not take_out(found)
    assert left.exists()
    assert kept.exists()
