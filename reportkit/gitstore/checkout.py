"""A place where a version can be saved: a work tree on a branch, with nothing half-done in it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.git_errors import locked, no_version, unsupported
from reportkit.gitstore.git_program import git, line, run
from reportkit.gitstore.lock_holder import is_left_behind

_BRANCHES = "refs/heads/"
_PATIENCE = 3.0  # seconds; another program's lock is normally held for milliseconds


class Checkout(Struct, frozen=True):
    """A project's folder in a Git work tree.

    `git_folder` holds the work tree's own HEAD and index, `inside` is the project's folder in the
    repository ("" or "some/folder/"), `branch` the branch's full name.
    """

    root: Path
    git_folder: Path
    inside: str
    branch: str

    def tip(self) -> str:
        """Return the branch's newest version. Raises Trouble where there is none yet."""
        finished = run(self.root, "rev-parse", "--quiet", "--verify", f"{self.branch}^{{commit}}")
        if finished.code:
            raise no_version()
        return finished.output.decode().strip()


def open_checkout(root: Path) -> Checkout:
    """Return the work tree around the project's root. Raises Trouble, by name, where nothing can be saved in it."""
    bare, digests, git_folder, inside, branch = _facts(root)
    if bare == "true":
        raise Trouble("This is a bare repository: it has no folder to save from", remedy="Clone it and work there.")
    if digests != "sha1":
        raise unsupported(digests)
    _refuse_half_done(Path(git_folder))
    return Checkout(root, Path(git_folder), inside, branch if branch.startswith(_BRANCHES) else _branch(root))


def _facts(root: Path) -> tuple[str, ...]:
    """Return whether it is bare, how it names versions, Git's folder, the prefix, and the branch, in one question.

    The last is something else, or "", where there is no version yet or an old one is looked at.
    """
    facts = ("--is-bare-repository", "--show-object-format", "--absolute-git-dir", "--show-prefix")
    finished = run(root, "rev-parse", *facts, "--symbolic-full-name", "HEAD")
    said = finished.output if finished.code == 0 else git(root, "rev-parse", *facts)
    lines = os.fsdecode(said).rstrip("\n").split("\n")
    return tuple([*lines, "", ""][: len(facts) + 1])


def wait_for_others(checkout: Checkout) -> None:
    """Wait a moment for another Git program to let go of the index. Raises Trouble, naming the lock, if it does not.

    A lock that a reportkit left behind when it was stopped with the Git program that it had started is taken out.
    """
    lock = checkout.git_folder / "index.lock"
    until = time.monotonic() + _PATIENCE
    while lock.exists():
        if time.monotonic() > until:
            if not is_left_behind(checkout.git_folder, lock):
                raise locked(lock)
            try:
                lock.unlink(missing_ok=True)
            except OSError:
                raise locked(lock) from None
        time.sleep(0.02)


def refuse_conflicts(checkout: Checkout, folder: str) -> None:
    """Raise Trouble where files of the folder still hold both sides of a conflict."""
    listing = os.fsdecode(git(checkout.root, "ls-files", "-z", "--unmerged", "--", folder))
    torn = sorted({entry.partition("\t")[2] for entry in listing.split("\0") if entry})
    if torn:
        raise Trouble(
            "Two people changed this, and both versions stand in the file",
            where=torn[0],
            remedy=f'Settle it there, then: git add "{torn[0]}".',
        )


def _branch(root: Path) -> str:
    finished = run(root, "symbolic-ref", "--quiet", "HEAD")
    if finished.code:
        short = line(root, "rev-parse", "--short", "HEAD")
        raise Trouble(
            f"You are looking at an old version ({short}), so a new one would belong to no branch",
            remedy="Go back first: git switch main.",
        )
    return os.fsdecode(finished.output).rstrip("\n")


_HALF_DONE = {
    "MERGE_HEAD": ("a merge", "git commit ends it, git merge --abort takes it back"),
    "rebase-merge": ("a rebase", "git rebase --continue ends it, git rebase --abort takes it back"),
    "rebase-apply": ("a rebase", "git rebase --continue ends it, git rebase --abort takes it back"),
    "CHERRY_PICK_HEAD": ("a cherry-pick", "git cherry-pick --continue ends it, git cherry-pick --abort takes it back"),
    "REVERT_HEAD": ("a revert", "git revert --continue ends it, git revert --abort takes it back"),
}


def _refuse_half_done(git_folder: Path) -> None:
    for name, (act, way_out) in _HALF_DONE.items():
        if (git_folder / name).exists():
            raise Trouble(f"{act.capitalize()} is half-done here", remedy=f"Finish it first: {way_out}.")
