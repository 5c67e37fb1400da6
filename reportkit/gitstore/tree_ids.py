"""The ids of the trees that a person has before them: what changed since is told from them."""

from __future__ import annotations

from pathlib import Path

from reportkit.gitstore.folder_changes import NAME_STATUS, read_changes
from reportkit.gitstore.git_program import run
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.inspection.file_changes import FileChange


def trees(root: Path, reader: ObjectReader, *folders: str) -> tuple[str | None, ...]:
    """Return the id of each folder's tree in the newest version, None for one that it does not have."""
    found = reader.read([f"HEAD:{inside(root)}{folder}" for folder in folders])
    return tuple(each.id if each and each.kind == "tree" else None for each in found)


def changes_between(root: Path, old: str, new: str) -> tuple[FileChange, ...] | None:
    """Return the files that differ between two trees, sorted; None where the older one is not in this repository."""
    finished = run(root, *NAME_STATUS, old, new)
    return None if finished.code else read_changes(finished.output)
