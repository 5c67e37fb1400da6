"""Killed, interrupted, or on a disk that fails, at each step: an act is there or not, and the next mends the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import Exit, ReportkitError
from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.gitstore.sharing import sync
from reportkit.moderation.codec import parse
from reportkit.moderation.store import Recording
from tests.gitstore.recording import HOUSE, act, acts, asked, share, sign_off
from tests.stepping import TAKING_ROOM, How, Step, stop_at_each

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]
HERE = Path(__file__).parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no groups of processes")


def every_step(_: int, __: str) -> bool:
    return True


def steps_that_write(_: int, label: str) -> bool:
    return label.startswith(TAKING_ROOM)


def steps_around_the_act(_: int, label: str) -> bool:
    return label.endswith("update-ref") or label.startswith("write ")


def writes_around_the_act(number: int, label: str) -> bool:
    return steps_around_the_act(number, label) and steps_that_write(number, label)


def _stopped(
    project: Path,
    scratch: Path,
    act: str,
    *beside: Path,
    how: How = "killed",
    wanted: Callable[[int, str], bool] = every_step,
) -> Iterator[Step]:
    """Yield what an act of recording.py leaves, stopped or failed at each of its steps in turn, each time in a copy."""
    pristine = scratch / "pristine"
    pristine.mkdir()
    for folder in (project, *beside):
        folder.rename(pristine / folder.name)
    copies = scratch / "copies"
    copies.mkdir()
    act = f"tests.gitstore.recording:{act}"
    tried = stop_at_each(pristine, copies, act=act, how=how, environment=dict(os.environ), wanted=wanted)
    assert tried.whole.code == 0
    assert tried.steps, tried.labels
    for step in tried.steps:
        assert step.code in _CODES[how], step
        for lock in step.top.rglob("*.lock"):  # what the sentence about a stale lock tells people to do
            lock.unlink()
        yield step


_DONE_OR_TROUBLE = (Exit.DONE, Exit.TROUBLE)
_CODES: dict[How, tuple[int, ...]] = {
    "killed": (-signal.SIGKILL,),
    "interrupted": (Exit.INTERRUPTED,),
    "full": _DONE_OR_TROUBLE,
    "faulty": _DONE_OR_TROUBLE,
}


def _is_whole(step: Step, store: GitRecordStore, before: int) -> None:
    """One more act is recorded, and everything is as after any other."""
    root = step.top / "project"
    assert before == acts(root), step
    assert asked(root, "fsck", "--full", "--connectivity-only", "--no-dangling") == "", step
    store.append(act(store, sign_off(store)))
    records = store.records("elm")
    assert len(records) == before + 1, step
    assert all(parse(stored.data).inspection == "elm" for stored in records)
    assert asked(root, "status", "--porcelain") == "", step


@unix
@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ("killed", steps_around_the_act),
        ("interrupted", steps_around_the_act),
        pytest.param("killed", every_step, marks=pytest.mark.trial),
        pytest.param("interrupted", every_step, marks=pytest.mark.trial),
    ],
)
def test_killed_or_interrupted_at_any_step_the_act_is_there_or_not_and_the_next_one_mends_the_rest(
    project: Path, tmp_path: Path, how: How, wanted: Callable[[int, str], bool]
) -> None:
    recorded = []
    for step in _stopped(project, tmp_path, "records", how=how, wanted=wanted):
        store = GitRecordStore(step.top / "project", HOUSE)
        recorded.append(len(store.records("elm")))
        _is_whole(step, store, recorded[-1])
    assert recorded == sorted(recorded)
    assert set(recorded) == {0, 1}


@unix
@pytest.mark.parametrize("how", ["full", "faulty"])
@pytest.mark.parametrize("wanted", [writes_around_the_act, pytest.param(steps_that_write, marks=pytest.mark.trial)])
def test_where_the_disk_fails_at_any_step_the_act_is_there_or_that_is_said_and_the_next_one_mends_the_rest(
    project: Path, tmp_path: Path, how: How, wanted: Callable[[int, str], bool]
) -> None:
    recorded = []
    for step in _stopped(project, tmp_path, "records", how=how, wanted=wanted):
        store = GitRecordStore(step.top / "project", HOUSE)
        recorded.append(len(store.records("elm")))
        assert recorded[-1] == (step.code == Exit.DONE), step
        _is_whole(step, store, recorded[-1])
    assert set(recorded) == {0, 1}


@pytest.fixture
def shared(project: Path) -> Path:
    """The place that the project is shared at."""
    return share(project)


@unix
@pytest.mark.parametrize("wanted", [steps_around_the_act, pytest.param(every_step, marks=pytest.mark.trial)])
def test_killed_at_any_step_an_act_that_is_shared_first_is_never_here_alone(
    project: Path, shared: Path, tmp_path: Path, wanted: Callable[[int, str], bool]
) -> None:
    seen = set()
    for step in _stopped(project, tmp_path, "records_shared_first", shared, wanted=wanted):
        there, here = (
            int(asked(step.top / each, "rev-list", "--count", "main")) - 1 for each in ("shared.git", "project")
        )
        seen.add((there, here))
        sync(step.top / "project")
        store = SharedFirstStore(step.top / "project", HOUSE)
        assert len(store.records("elm")) == there, step
        _is_whole(step, store, there)
        assert asked(step.top / "shared.git", "rev-parse", "main") == asked(step.top / "project", "rev-parse", "main")
    assert seen == {(0, 0), (1, 0), (1, 1)}


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


@pytest.mark.parametrize("killed", ["kill -9 $$", "%s; kill -9 $$"], ids=["before", "after"])
@pytest.mark.parametrize("step", ["rev-parse", "cat-file", "unpack-objects", "update-ref", "update-index"])
def test_where_git_alone_is_killed_the_act_is_there_or_that_is_said_and_the_same_act_again_is_safe(
    store: GitRecordStore, project: Path, git: Git, broken_git: Broken, step: str, killed: str
) -> None:
    prepared = act(store, sign_off(store))
    store.close()
    with broken_git(step, killed):
        told = _told(store, prepared)
    assert (told == "") == (acts(project) == 1), told
    assert told == "" or len(told.splitlines()) == 1
    _told(store, prepared)
    assert (acts(project), len(store.records("elm"))) == (1, 1)
    assert git("status", "--porcelain") == ""


def _told(store: GitRecordStore, prepared: Recording) -> str:
    """Return what is said where the act cannot be recorded; or ""."""
    try:
        store.append(prepared)
    except ReportkitError as error:
        return str(error)
    return ""


_ACTING = """
import sys
from pathlib import Path
from reportkit.gitstore.records import GitRecordStore
from tests.gitstore.recording import HOUSE, act, sign_off
store = GitRecordStore(Path(sys.argv[1]), HOUSE)
prepared = act(store, sign_off(store))
print("ready", flush=True)
store.append(prepared)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no groups of processes")
@pytest.mark.parametrize("milliseconds", [1, 8, 14, 20, 26, 34])
def test_killed_together_with_git_at_any_moment_nothing_is_half_recorded(
    project: Path, git: Git, milliseconds: int
) -> None:
    command = [sys.executable, "-c", _ACTING, str(project)]
    process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, start_new_session=True)
    with process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(milliseconds / 1000)
        os.killpg(process.pid, signal.SIGKILL)
    for lock in (project / ".git").rglob("*.lock"):  # what the sentence about a stale lock tells people to do
        lock.unlink()
    store = GitRecordStore(project, HOUSE)
    before = len(store.records("elm"))
    assert before == int(git("rev-list", "--count", "main")) - 1
    store.append(act(store, sign_off(store)))
    assert len(store.records("elm")) == before + 1
    assert git("status", "--porcelain") == ""


@unix
def test_killed_while_the_policy_is_replaced_it_is_the_old_or_the_new_and_the_next_one_mends_the_rest(
    project: Path, git: Git, tmp_path: Path
) -> None:
    (project / "moderation").mkdir()
    (project / "moderation/policy.yaml").write_text("signatures: optional\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Policy")
    for step in _stopped(project, tmp_path, "replaces_the_policy"):
        root = step.top / "project"
        store = GitRecordStore(root, HOUSE)
        recorded = len(store.records("_house"))
        saved = asked(root, "show", "HEAD:moderation/policy.yaml")
        assert saved == ("signatures: required" if recorded else "signatures: optional"), step
        store.append(act(store, sign_off(store)))
        assert (root / "moderation/policy.yaml").read_text() == f"{saved}\n", step
        assert asked(root, "status", "--porcelain") == "", step
