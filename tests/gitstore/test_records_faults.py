"""Whatever goes wrong: an act is recorded once and whole, or not at all; one sentence says which; repeating is safe."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import ReportkitError, Trouble
from reportkit.gitstore import checkout
from reportkit.gitstore.records import GitRecordStore, placing
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.gitstore.sharing import sync
from reportkit.moderation.codec import parse
from tests.gitstore.recording import HOUSE, act, sign_off
from tests.stepping import Step, stop_at_each

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]
HERE = Path(__file__).parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no groups of processes")


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


def _killed(project: Path, scratch: Path, act: str, *beside: Path) -> Iterator[Step]:
    """What an act of recording.py leaves, killed at each of its steps in turn, each time in a copy."""
    pristine = scratch / "pristine"
    pristine.mkdir()
    for folder in (project, *beside):
        folder.rename(pristine / folder.name)
    copies = scratch / "copies"
    copies.mkdir()
    tried = stop_at_each(pristine, copies, act=f"tests.gitstore.recording:{act}", environment=dict(os.environ))
    assert tried.whole.code == 0
    for step in tried.steps:
        assert step.code == -signal.SIGKILL, step
        for lock in step.top.rglob("*.lock"):  # what the sentence about a stale lock tells people to do
            lock.unlink()
        yield step


def _asked(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def _acts(repository: Path) -> int:
    """How many acts its newest version has."""
    return int(_asked(repository, "rev-list", "--count", "main")) - 1


def _is_whole(step: Step, store: GitRecordStore, before: int) -> None:
    """One more act is recorded, and everything is as after any other."""
    root = step.top / "project"
    assert before == _acts(root), step
    assert _asked(root, "fsck", "--full", "--connectivity-only", "--no-dangling") == "", step
    store.append(act(store, sign_off(store)))
    records = store.records("elm")
    assert len(records) == before + 1, step
    assert all(parse(stored.data).inspection == "elm" for stored in records)
    assert _asked(root, "status", "--porcelain") == "", step


@unix
def test_killed_at_any_step_the_act_is_there_or_not_and_the_next_one_mends_the_rest(
    project: Path, tmp_path: Path
) -> None:
    recorded = []
    for step in _killed(project, tmp_path, "records"):
        store = GitRecordStore(step.top / "project", HOUSE)
        recorded.append(len(store.records("elm")))
        _is_whole(step, store, recorded[-1])
    assert recorded == sorted(recorded)
    assert set(recorded) == {0, 1}


@pytest.fixture
def shared(project: Path) -> Path:
    """The place that the project is shared at."""
    place = project.parent / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(project), str(place)], check=True)
    _asked(project, "remote", "add", "origin", "../shared.git")
    _asked(project, "fetch", "-q", str(place), "+refs/heads/*:refs/remotes/origin/*")
    return place


FULL = 'echo "fatal: unable to write: No space left on device" >&2; exit 128'


@pytest.mark.parametrize("step", ["unpack-objects", "push"])
def test_where_the_disk_is_full_before_others_have_it_an_act_that_is_shared_first_is_nowhere(
    project: Path, shared: Path, broken_git: Broken, step: str
) -> None:
    store = SharedFirstStore(project, HOUSE)
    prepared = act(store, sign_off(store))
    with broken_git(step, FULL), pytest.raises(ReportkitError):
        store.append(prepared)
    assert (_acts(project), _acts(shared), _asked(project, "status", "--porcelain")) == (0, 0, "")
    assert store.append(prepared).shared
    assert (_acts(project), _acts(shared), _asked(project, "status", "--porcelain")) == (1, 1, "")


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
    assert _acts(shared) == 1
    sync(project)
    assert (_acts(project), _asked(project, "status", "--porcelain")) == (1, "")


@unix
def test_killed_at_any_step_an_act_that_is_shared_first_is_never_here_alone(
    project: Path, shared: Path, tmp_path: Path
) -> None:
    seen = set()
    for step in _killed(project, tmp_path, "records_shared_first", shared):
        there, here = (
            int(_asked(step.top / each, "rev-list", "--count", "main")) - 1 for each in ("shared.git", "project")
        )
        seen.add((there, here))
        sync(step.top / "project")
        store = SharedFirstStore(step.top / "project", HOUSE)
        assert len(store.records("elm")) == there, step
        _is_whole(step, store, there)
        assert _asked(step.top / "shared.git", "rev-parse", "main") == _asked(step.top / "project", "rev-parse", "main")
    assert seen == {(0, 0), (1, 0), (1, 1)}


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


_FULL = """
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
@pytest.mark.parametrize("size", [0, 20, 60, 150, 300])
def test_when_no_more_can_be_written_the_act_is_there_or_not(project: Path, git: Git, size: int) -> None:
    command = [sys.executable, "-c", _FULL, str(project), str(size)]
    said = subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout
    store = GitRecordStore(project, HOUSE)
    assert len(store.records("elm")) == said.startswith("done")
    assert len(said.splitlines()) == 1
    store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize("name", ["index.lock", "refs/heads/main.lock"])
def test_a_lock_that_was_left_behind_is_named_with_its_age_and_stays(
    store: GitRecordStore, project: Path, git: Git, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkout, "_PATIENCE", 0.1)
    prepared, tip = act(store, sign_off(store)), git("rev-parse", "main")
    lock = project / ".git" / name
    lock.touch()
    hours_ago = time.time() - 7300
    os.utime(lock, (hours_ago, hours_ago))
    with pytest.raises(Trouble, match=rf"{lock.name} has stood for 2 hours"):
        store.append(prepared)
    assert lock.exists()
    assert git("rev-parse", "main") == tip
    lock.unlink()
    store.append(prepared)
    assert len(store.records("elm")) == 1


@pytest.mark.parametrize(
    "hook", ["pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"]
)
def test_no_hook_runs(store: GitRecordStore, project: Path, git: Git, hook: str) -> None:
    path = project / ".git" / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch '{project}/ran'\nexit 1\n")
    path.chmod(0o755)
    store.append(act(store, sign_off(store)))
    assert not (project / "ran").exists()
    assert len(store.records("elm")) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("commit.gpgsign", "true"),
        ("gpg.ssh.program", "/bin/false"),
        ("core.autocrlf", "true"),
        ("core.hooksPath", "/nowhere"),
        ("core.fsmonitor", "/bin/false"),
        ("i18n.commitEncoding", "ISO-8859-1"),
        ("diff.orderFile", "/nowhere"),
        ("diff.renames", "copies"),
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("log.follow", "true"),
        ("status.relativePaths", "false"),
        ("index.version", "4"),
        ("core.splitIndex", "true"),
        ("core.quotePath", "true"),
        ("gc.auto", "1"),
    ],
)
def test_the_users_settings_make_no_difference(store: GitRecordStore, git: Git, key: str, value: str) -> None:
    git("config", key, value)
    receipt = store.append(act(store, sign_off(store)))
    assert receipt.remark == ""
    assert store.records("elm")[0].commit == receipt.commit
    git("config", "--unset", key)
    assert git("status", "--porcelain") == ""


def test_the_variables_of_another_git_run_make_no_difference(
    store: GitRecordStore, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Mallory")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-01-01T00:00:00Z")
    receipt = store.append(act(store, sign_off(store)))
    for name in [name for name in os.environ if name.startswith("GIT_") and name != "GIT_CONFIG_NOSYSTEM"]:
        monkeypatch.delenv(name)
    assert git("show", "-s", "--format=%an", receipt.commit) == "Ann Okafor"
    assert git("status", "--porcelain") == ""


def test_nobody_needs_to_be_named_in_gits_settings(store: GitRecordStore, home: Path) -> None:
    (home / ".gitconfig").unlink()
    assert store.append(act(store, sign_off(store))).names


def _detached(git: Git, project: Path) -> None:
    git("switch", "-q", "--detach")


def _merging(git: Git, project: Path) -> None:
    (project / ".git" / "MERGE_HEAD").write_text(git("rev-parse", "main") + "\n")


def _rebasing(git: Git, project: Path) -> None:
    (project / ".git" / "rebase-merge").mkdir()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [(_detached, "old version"), (_merging, "A merge is half-done"), (_rebasing, "A rebase is half-done")],
)
def test_where_nothing_can_be_saved_nothing_is_recorded(
    store: GitRecordStore, project: Path, git: Git, spoil: Callable[[Git, Path], None], says: str
) -> None:
    prepared, tip = act(store, sign_off(store)), git("rev-parse", "main")
    spoil(git, project)
    with pytest.raises(Trouble, match=says):
        store.append(prepared)
    assert git("rev-parse", "main") == tip
    assert len(store.records("elm")) == 0


def test_an_unborn_branch_has_no_record(tmp_path: Path, home: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "new")], check=True)
    with pytest.raises(Trouble, match="no first version"):
        GitRecordStore(tmp_path / "new", HOUSE).records("elm")


def test_a_folder_outside_git_is_said_to_be_so(tmp_path: Path, home: Path) -> None:
    with pytest.raises(Trouble, match="is not kept in Git"):
        GitRecordStore(tmp_path, HOUSE).records("elm")


def test_a_shallow_copy_can_still_be_added_to(project: Path, tmp_path: Path, home: Path) -> None:
    there = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{project}", str(there)], check=True)
    store = GitRecordStore(there, HOUSE)
    store.append(act(store, sign_off(store)))
    assert len(store.records("elm")) == 1


def test_a_file_that_cannot_be_put_in_place_is_said_and_mended_later(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    (project / "moderation").write_text("somebody's file")
    receipt = store.append(act(store, sign_off(store)))
    assert receipt.remark.startswith("It is recorded, but its files are not in your folder yet")
    assert len(store.records("elm")) == 1
    (project / "moderation").unlink()
    store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""
    assert len(store.records("elm")) == 2


def test_a_computer_whose_clock_is_behind_records_nothing(store: GitRecordStore, git: Git, home: Path) -> None:
    ahead = f"{int(time.time()) + 90_000} +0000"
    subprocess.run(
        ["git", "commit", "-q", "--allow-empty", "-m", "Tomorrow"],
        cwd=store._root,
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": ahead},
    )
    with pytest.raises(Trouble, match="clock is behind"):
        store.append(act(store, sign_off(store)))
    assert store.records("elm") == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "error: insufficient permission for adding an object to .git/objects",
            "Git may not write",
        ),
        ("fatal: unable to create temporary file: Read-only file system", "Git may not write"),
        ("fatal: unable to write: No space left on device", "The disk is full"),
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
        patch.setattr(placing, "move_into_place", refusing)
        receipt = store.append(act(store, sign_off(store)))
    assert "It is recorded, but its files are not in your folder yet" in receipt.remark
    assert os.strerror(number) in receipt.remark
    store.append(act(store, sign_off(store)))
    assert (len(store.records("elm")), git("status", "--porcelain")) == (2, "")


@unix
def test_killed_while_the_policy_is_replaced_it_is_the_old_or_the_new_and_the_next_one_mends_the_rest(
    project: Path, git: Git, tmp_path: Path
) -> None:
    (project / "moderation").mkdir()
    (project / "moderation/policy.yaml").write_text("signatures: optional\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Policy")
    for step in _killed(project, tmp_path, "replaces_the_policy"):
        root = step.top / "project"
        store = GitRecordStore(root, HOUSE)
        recorded = len(store.records("_house"))
        saved = _asked(root, "show", "HEAD:moderation/policy.yaml")
        assert saved == ("signatures: required" if recorded else "signatures: optional"), step
        store.append(act(store, sign_off(store)))
        assert (root / "moderation/policy.yaml").read_text() == f"{saved}\n", step
        assert _asked(root, "status", "--porcelain") == "", step


def test_a_repository_that_names_versions_otherwise_is_said_to_be_so_and_not_called_damaged(
    tmp_path: Path, home: Path
) -> None:
    root = tmp_path / "other"
    subprocess.run(["git", "init", "-q", "--object-format=sha256", str(root)], check=True)
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "Start"], cwd=root, check=True)
    with pytest.raises(Trouble, match="names its versions by SHA256, which is not supported"):
        GitRecordStore(root, HOUSE).records("elm")


def _linked(project: Path, there: Path) -> None:
    subprocess.run(["git", "worktree", "add", "-q", "-b", "visit", str(there)], cwd=project, check=True)


def _submodule(project: Path, there: Path) -> None:
    there.mkdir()
    subprocess.run(["git", "init", "-q", str(there)], check=True)
    words = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(project), "within")
    subprocess.run(["git", *words], cwd=there, check=True)


@pytest.mark.parametrize(("make", "within"), [(_linked, ""), (_submodule, "within")], ids=["work tree", "submodule"])
def test_a_second_work_tree_and_a_submodule_are_recorded_in_as_any_other(
    project: Path, tmp_path: Path, home: Path, make: Callable[[Path, Path], None], within: str
) -> None:
    make(project, tmp_path / "there")
    root = tmp_path / "there" / within
    store = GitRecordStore(root, HOUSE)
    assert store.append(act(store, sign_off(store))).remark == ""
    assert len(store.records("elm")) == 1
    status = subprocess.run(["git", "status", "--porcelain"], cwd=root, check=True, capture_output=True).stdout
    assert status == b""


def test_a_conflict_of_the_users_elsewhere_is_left_as_it_is(store: GitRecordStore, project: Path, git: Git) -> None:
    blob = git("rev-parse", "HEAD:inspections/oak/inspection.yaml")
    stages = "".join(f"100644 {blob} {stage}\tinspections/oak/inspection.yaml\n" for stage in (1, 2, 3))
    words = ["git", "update-index", "--index-info"]
    given = f"0 {'0' * 40}\tinspections/oak/inspection.yaml\n{stages}"
    subprocess.run(words, cwd=project, check=True, input=given.encode())
    unmerged = git("ls-files", "--unmerged")
    store.append(act(store, sign_off(store)))
    assert git("ls-files", "--unmerged") == unmerged != ""
    assert len(store.records("elm")) == 1
