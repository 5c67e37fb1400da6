"""The other work trees of a repository: folders that `git worktree add` made, each on a branch of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reportkit.errors import Trouble
from reportkit.gitstore.checkout import Checkout
from reportkit.gitstore.git_program import git
from reportkit.gitstore.update_work_tree import top_of


def refuse_shared_branch(checkout: Checkout) -> None:
    """Raise Trouble where another work tree is on the same branch, as Git allows with --force.

    When the branch moves in one of them, the other's files and index stay as they were: the next save there
    would silently undo what was saved in the first.
    """
    if not _has_others(checkout.git_folder):
        return
    for folder in _on_the_branch(checkout):
        if folder.exists() and not folder.samefile(top_of(checkout)):
            branch = checkout.branch.removeprefix("refs/heads/")
            raise Trouble(
                f"The folder {folder} is on the branch {branch} of this repository too, "
                "and each of the two would take back what is saved in the other",
                remedy="Give this one a branch of its own: git switch -c NAME.",
            )


def _has_others(git_folder: Path) -> bool:
    """Return whether work trees were added to this one, or it was added itself. No run of Git is needed where not."""
    return (git_folder / "worktrees").is_dir() or (git_folder / "commondir").is_file()


def _on_the_branch(checkout: Checkout) -> Iterator[Path]:
    """Yield the folders of all work trees that are on the branch."""
    for told in os.fsdecode(git(checkout.root, "worktree", "list", "--porcelain")).split("\n\n"):
        place, *facts = told.splitlines() or [""]
        if f"branch {checkout.branch}" in facts:
            yield Path(place.removeprefix("worktree "))
