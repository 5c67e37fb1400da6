"""A disk that is full, fails, or may not be written: an act is recorded whole, or not at all, and that is said."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import ReportkitError, Trouble
from reportkit.gitstore.records import GitRecordStore, place_files
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.gitstore.sharing import sync
from tests.gitstore.recording import HOUSE, act, acts, asked, share, sign_off

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]
HERE = Path(__file__).parents[2]


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


@pytest.fixture
def shared(project: Path) -> Path:
    """The place that the project is shared at."""
    return share(project)


FULL = 'echo "fatal: unable to write: No space left on device" >&2; exit 128'


@pytest.mark.parametrize("step", ["unpack-objects", "push"])
def test_where_the_disk_is_full_before_others_have_it_an_act_that_is_shared_first_is_nowhere(
    project: Path, shared: Path, broken_git: Broken, step: str
) -> None:
    store = SharedFirstStore(project, HOUSE)
    prepared = act(store, sign_off(store))
    with broken_git(step, FULL), pytest.raises(ReportkitError):
        store.append(prepared)
    assert (acts(project), acts(shared), asked(project, "status", "--porcelain")) == (0, 0, "")
    assert store.append(prepared).shared
    assert (acts(project), acts(shared), asked(project, "status", "--porcelain")) == (1, 1, "")


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("update-ref", "did not follow: `reportkit sync` brings it in"),
        ("update-index", "not in your folder"),
    ],
)
def test_where_the_disk_is_full_after_others_have_it_an_act_that_is_shared_first_follows_later(
    project: Path, shared: Path, broken_git: Broken, step: str, says: str
) -> None:
    store = SharedFirstStore(project, HOUSE)
    with broken_git(step, FULL):
        assert says in store.append(act(store, sign_off(store))).remark
    assert acts(shared) == 1
    sync(project)
    assert (acts(project), asked(project, "status", "--porcelain")) == (1, "")


_ACTING = """
import resource, signal, sys
from pathlib import Path
from reportkit.errors import ReportkitError
from reportkit.gitstore.records import GitRecordStore
from tests.gitstore.recording import HOUSE, act, sign_off
store = GitRecordStore(Path(sys.argv[1]), HOUSE)
prepared = act(store, sign_off(store))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    print("done", store.append(prepared).remark)
except ReportkitError as error:
    print("refused", error)
"""
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, and no limit on a file's size")


def _acting(project: Path, size: int = -1) -> str:
    """Return what is said of an act in a process of its own that is bound by the rights of folders, even as root.

    No file that it writes may be larger than so many bytes.
    """
    powerful = os.geteuid() == 0
    command = [sys.executable, "-c", _ACTING, str(project), str(size)]
    as_others = _without_power if powerful else None
    return subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True, preexec_fn=as_others).stdout


def _without_power() -> None:
    """Give up what lets root read and write whatever the rights say: CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH."""
    library = ctypes.CDLL(None)
    for capability in (1, 2):
        assert library.prctl(24, capability, 0, 0, 0) == 0  # 24: PR_CAPBSET_DROP


@unix
@pytest.mark.parametrize("size", [0, 20, 60, 150, 300])
def test_when_no_more_can_be_written_the_act_is_there_or_not(project: Path, git: Git, size: int) -> None:
    said = _acting(project, size)
    store = GitRecordStore(project, HOUSE)
    assert len(store.records("elm")) == said.startswith("done")
    assert len(said.splitlines()) == 1
    store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""


@unix
@pytest.mark.parametrize(
    ("folder", "told"),
    [
        (".git", "refused Git may not write in {project}"),
        (".git/objects", "refused Git may not write in {project}"),
        (".git/refs/heads", "refused Git may not write in {project}"),
        ("", "done It is recorded, but its files are not in your folder yet; the next command puts them there."),
    ],
)
def test_in_a_folder_that_may_not_be_written_nothing_is_recorded_or_what_could_not_follow_is_said(
    project: Path, git: Git, folder: str, told: str
) -> None:
    below = [project / folder, *(path for path in (project / folder).rglob("*") if path.is_dir() and folder)]
    for path in below:
        path.chmod(0o555)
    said = _acting(project)
    for path in below:
        path.chmod(0o755)
    store = GitRecordStore(project, HOUSE)
    assert said.startswith(told.format(project=project)), said
    assert len(said.splitlines()) == 1
    assert len(store.records("elm")) == said.startswith("done")
    store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "error: insufficient permission for adding an object to .git/objects",
            "Git may not write",
        ),
        ("fatal: unable to create temporary file: Read-only file system", "Git may not write"),
        ("fatal: unable to write: No space left on device", "The disk is full"),
        ("fatal: sha1 file .git/index.lock write error. Out of diskspace", "The disk is full"),
        ("fatal: unable to write: Input/output error", "The disk could not be read or written"),
    ],
)
def test_where_git_may_or_can_not_write_nothing_is_recorded_and_the_next_try_may_be_better(
    store: GitRecordStore, git: Git, broken_git: Broken, said: str, told: str
) -> None:
    prepared, tip = act(store, sign_off(store)), git("rev-parse", "main")
    with broken_git("unpack-objects", f"echo '{said}' >&2; exit 128"), pytest.raises(Trouble, match=told):
        store.append(prepared)
    assert (git("rev-parse", "main"), git("status", "--porcelain")) == (tip, "")
    store.append(prepared)
    assert len(store.records("elm")) == 1


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EIO])
def test_a_folder_that_takes_no_file_is_said_and_mended_later(
    store: GitRecordStore, git: Git, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As root, who may write everywhere, only the one writer of files can be made to fail."""

    def refusing(_near: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(target))

    with monkeypatch.context() as patch:
        patch.setattr(place_files, "move_into_place", refusing)
        receipt = store.append(act(store, sign_off(store)))
    assert "It is recorded, but its files are not in your folder yet" in receipt.remark
    assert os.strerror(number) in receipt.remark
    store.append(act(store, sign_off(store)))
    assert (len(store.records("elm")), git("status", "--porcelain")) == (2, "")


def test_a_file_that_cannot_be_put_in_place_is_said_and_mended_later(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    (project / "moderation").write_text("someone's file")
    receipt = store.append(act(store, sign_off(store)))
    assert receipt.remark.startswith("It is recorded, but its files are not in your folder yet")
    assert len(store.records("elm")) == 1
    (project / "moderation").unlink()
    store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""
    assert len(store.records("elm")) == 2
