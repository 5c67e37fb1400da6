"""Whatever goes wrong: an act is recorded once and whole, or not at all; one sentence says which; repeating is safe."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore import checkout
from reportkit.gitstore.records import GitRecordStore
from reportkit.moderation.store import File
from tests.gitstore.recording import HOUSE, act, sign_off

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]
HERE = Path(__file__).parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no groups of processes")


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


@pytest.mark.parametrize("name", ["index.lock", "refs/heads/main.lock", "HEAD.lock"])
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


def test_where_someone_saves_by_git_alone_just_before_the_branch_moves_the_act_is_made_upon_theirs(
    store: GitRecordStore, project: Path, git: Git, broken_git: Broken
) -> None:
    prepared, theirs = act(store, sign_off(store)), git("commit-tree", "-pmain", "-mTheirs", "main^{tree}")
    quicker = f"if mkdir {project}/.git/once 2>/dev/null; then git -C {project} update-ref refs/heads/main {theirs}; fi"
    with broken_git("update-ref", quicker):
        receipt = store.append(prepared)
    assert git("rev-parse", "main", "main^") == f"{receipt.commit}\n{theirs}"
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    "hook", ["pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"]
)
def test_no_hook_runs(store: GitRecordStore, project: Path, git: Git, hook: str) -> None:
    own = project.parent / "hooks"
    git("config", "core.hooksPath", str(own))
    for path in (project / ".git" / "hooks" / hook, own / hook):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch '{project}/ran'\nsleep 60\nexit 1\n")
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
def test_the_users_settings_make_no_difference(
    store: GitRecordStore, project: Path, git: Git, key: str, value: str
) -> None:
    git("config", key, value)
    letter = File(path="moderation/elm/issued/letter.txt", data=b"One.\nTwo.\r\n")
    receipt = store.append(act(store, sign_off(store), files=(letter,), name="Zoë Ærø", message="Zoë signs off elm"))
    assert receipt.remark == ""
    (stored,) = store.records("elm")
    assert (stored.commit, stored.evidence.name) == (receipt.commit, "Zoë Ærø")
    assert (project / letter.path).read_bytes() == letter.data
    git("config", "--unset", key)
    assert git("show", "-s", "--format=%an: %s") == "Zoë Ærø: Zoë signs off elm"
    assert git("cat-file", "-s", f"main:{letter.path}") == str(len(letter.data))
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


def test_no_one_needs_to_be_named_in_gits_settings(store: GitRecordStore, home: Path) -> None:
    (home / ".gitconfig").unlink()
    assert store.append(act(store, sign_off(store))).names


def _detached(git: Git, project: Path) -> None:
    git("switch", "-q", "--detach")


def _merging(git: Git, project: Path) -> None:
    (project / ".git" / "MERGE_HEAD").write_text(git("rev-parse", "main") + "\n")


def _rebasing(git: Git, project: Path) -> None:
    (project / ".git" / "rebase-merge").mkdir()


def _unborn(git: Git, _: Path) -> None:
    git("switch", "-q", "--orphan", "empty")


def _bare(git: Git, _: Path) -> None:
    git("config", "core.bare", "true")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_detached, "old version .* Go back first: git switch main"),
        (_merging, "A merge is half-done here. Finish it first: git commit ends it, git merge --abort takes it back"),
        (_rebasing, "A rebase is half-done here. Finish it first: git rebase --continue ends it, git rebase --abort"),
        (_unborn, 'no first version yet. Make it: git commit --allow-empty -m "Start"'),
        (_bare, "This is a bare repository: it has no folder to save from. Clone it and work there"),
    ],
)
def test_where_nothing_can_be_saved_nothing_is_recorded(
    store: GitRecordStore, project: Path, git: Git, spoil: Callable[[Git, Path], None], says: str
) -> None:
    prepared, tip = act(store, sign_off(store)), git("rev-parse", "main")
    spoil(git, project)
    with pytest.raises(Trouble, match=says):
        store.append(prepared)
    assert git("rev-parse", "main") == tip
    assert git("ls-tree", "-r", "--name-only", "main", "moderation") == ""


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


def test_a_computer_whose_clock_is_behind_records_nothing(store: GitRecordStore, git: Git, home: Path) -> None:
    ahead = f"{int(time.time()) + 90_000} +0000"
    subprocess.run(
        ["git", "commit", "-q", "--allow-empty", "-m", "Tomorrow"],
        cwd=store._root,
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": ahead},
    )
    with pytest.raises(Trouble, match=r"has not come yet by this computer’s clock.*If it is right, leave it"):
        store.append(act(store, sign_off(store)))
    assert store.records("elm") == ()


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


def test_in_a_folder_that_git_does_not_trust_nothing_is_read_or_recorded_and_a_sentence_says_how_to_trust_it(
    store: GitRecordStore, project: Path, git: Git, broken_git: Broken
) -> None:
    prepared, tip = act(store, sign_off(store)), git("rev-parse", "main")
    store.close()
    not_ours = "export GIT_TEST_ASSUME_DIFFERENT_OWNER=1"  # Git's own way to try this without another user
    with broken_git("core.quotePath=false", not_ours):  # which each of our commands has
        for doing in (lambda: store.append(prepared), lambda: GitRecordStore(project, HOUSE).records("elm")):
            with pytest.raises(Trouble, match=f'does not trust {project}, .*safe.directory "{project}"'):
                doing()
    assert git("rev-parse", "main") == tip
    assert store.append(prepared).names
