"""A version: written without anyone's index, and put on the branch by compare-and-swap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportkit.gitstore.checkout import Checkout
from reportkit.gitstore.git_errors import signing_trouble, trouble
from reportkit.gitstore.git_program import run
from reportkit.gitstore.read_back import Written, read_back
from reportkit.gitstore.tree import EMPTY_TREE


def write_version(root: Path, tree: str, parents: Sequence[str], text: str) -> Written:
    """Write a version of a tree after its parents, and read it back. Returns its id; it is on no branch yet.

    Author and committer come from Git's settings, and it is signed where these ask for it. Raises Trouble.
    """
    signed = ("-S",) if _signs(root) else ()
    after = [word for parent in parents for word in ("-p", parent)]
    finished = run(root, "commit-tree", *signed, *after, "-F", "-", tree, given=f"{text}\n".encode("utf-8", "replace"))
    if finished.code and signed:
        raise signing_trouble(finished.said, root)
    if finished.code:
        raise trouble("commit-tree", finished.said, root)
    return read_back(root, finished.output.decode().strip(), parents[0] if parents else EMPTY_TREE)


def _signs(root: Path) -> bool:
    """`git commit` would sign by this setting; `commit-tree` must be told."""
    return run(root, "config", "--type=bool", "--get", "commit.gpgsign").output.strip() == b"true"


def swap(
    checkout: Checkout, version: Written, parent: str, why: str, tip_of: Callable[[Checkout], str] = Checkout.tip
) -> bool:
    """Put the version on the branch if `parent` is still its newest. Whether it is there is read back.

    `why` is noted in Git's own journal of the branch. Raises Trouble where it failed and no other process was quicker.
    """
    finished = run(checkout.root, "update-ref", "-m", f"reportkit {why}", checkout.branch, version, parent)
    now = tip_of(checkout)
    if now == version or (finished.code == 0 and contains(checkout.root, now, version)):  # others build on it already
        return True
    if now == parent:
        raise trouble("update-ref", finished.said, checkout.root)
    return False


def contains(root: Path, version: str, older: str) -> bool:
    """Return whether `older` is that version, or one that it builds on. False where either is not here."""
    return run(root, "merge-base", "--is-ancestor", older, version).code == 0
