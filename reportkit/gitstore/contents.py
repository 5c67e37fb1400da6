"""The ids of the trees that a person has before them: what changed since is told from them."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.gitstore.changes import Change, How
from reportkit.gitstore.program import run
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import Reader

_HOW: dict[str, How] = {"A": "added", "D": "removed"}


def trees(root: Path, reader: Reader, *folders: str) -> tuple[str | None, ...]:
    """The id of each folder's tree in the newest version, None for one that it does not have."""
    found = reader.read([f"HEAD:{inside(root)}{folder}" for folder in folders])
    return tuple(each.id if each and each.kind == "tree" else None for each in found)


def changes_between(root: Path, old: str, new: str) -> tuple[Change, ...] | None:
    """The files that differ between two trees, sorted; None where the older one is not in this repository."""
    finished = run(root, "diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new)
    if finished.code:
        return None
    fields = os.fsdecode(finished.output).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return tuple(sorted(Change(path, _HOW.get(how, "changed")) for how, path in pairs))
