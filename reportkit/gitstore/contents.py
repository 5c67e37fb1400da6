"""The ids of the trees that a person has before them: what changed since is told from them."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.gitstore.changes import Change, How
from reportkit.gitstore.program import git, run

_HOW: dict[str, How] = {"A": "added", "D": "removed"}


def trees(root: Path, *folders: str) -> tuple[str | None, ...]:
    """The id of each folder's tree in the newest version, None for one that it does not have."""
    asked = "".join(f"HEAD:./{folder}\n" for folder in folders).encode()
    answers = git(root, "cat-file", "--batch-check=%(objecttype) %(objectname)", given=asked).decode().splitlines()
    return tuple(answer.removeprefix("tree ") if answer.startswith("tree ") else None for answer in answers)


def changes_between(root: Path, old: str, new: str) -> tuple[Change, ...] | None:
    """The files that differ between two trees, sorted; None where the older one is not in this repository."""
    finished = run(root, "diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new)
    if finished.code:
        return None
    fields = os.fsdecode(finished.output).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return tuple(sorted(Change(path, _HOW.get(how, "changed")) for how, path in pairs))
