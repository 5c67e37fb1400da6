"""Work trees beside one another: each on a branch of its own; two on one branch would take back each other's work."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.save import save
from reportkit.gitstore.sharing import sync
from tests.gitstore.recording import HOUSE, act, share, sign_off

Git = Callable[..., str]


@pytest.fixture
def second(project: Path, tmp_path: Path, git: Git) -> Path:
    """A second work tree on the same branch."""
    git("worktree", "add", "-q", "--force", str(tmp_path / "second"), "main")
    return tmp_path / "second"


def _recorded(root: Path) -> None:
    store = GitRecordStore(root, HOUSE)
    store.append(act(store, sign_off(store)))


def _saved(root: Path) -> None:
    save(root, "elm")


@pytest.mark.parametrize("does", [_recorded, _saved, sync])
def test_where_two_work_trees_are_on_one_branch_neither_moves_it_and_the_other_is_named(
    project: Path, second: Path, git: Git, does: Callable[[Path], object]
) -> None:
    place = share(project)
    git("push", "-q", str(place), f"{git('commit-tree', '-pmain', '-mTheirs', 'main^{tree}')}:main")
    for root, other in ((project, second), (second, project)):
        (root / "inspections/elm/findings/repairs.md").write_text("Late.\n")
        before = git("status", "--porcelain", cwd=root)
        with pytest.raises(Trouble, match=rf"folder {other} is on the branch main .* Give this one a branch of its"):
            does(root)
        assert git("status", "--porcelain", cwd=root) == before
    assert git("rev-list", "--count", "main") == "1"


def test_with_a_branch_of_its_own_each_is_saved_to_and_takes_nothing_back(
    project: Path, second: Path, git: Git
) -> None:
    git("switch", "-q", "-c", "visit", cwd=second)
    for root, name in ((project, "repairs"), (second, "rent")):
        (root / f"inspections/elm/findings/{name}.md").write_text("Late.\n")
        assert len(save(root, "elm").changes) == 1
        _recorded(root)
        assert git("status", "--porcelain", cwd=root) == ""


def test_a_work_tree_whose_folder_is_gone_is_in_no_ones_way(project: Path, second: Path) -> None:
    shutil.rmtree(second)
    _recorded(project)


def test_a_bare_repository_that_work_trees_belong_to_is_no_work_tree(project: Path, tmp_path: Path, git: Git) -> None:
    git("clone", "-q", "--bare", str(project), str(tmp_path / "own/.git"))
    git("worktree", "add", "-q", "main", "main", cwd=tmp_path / "own")
    _recorded(tmp_path / "own/main")
    assert git("status", "--porcelain", cwd=tmp_path / "own/main") == ""
