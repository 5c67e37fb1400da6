"""Which of a folder's files differ from what is saved, whatever the user's index holds, and however large it is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reportkit.gitstore.program import git
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.tree import tree_at
from reportkit.inspection.strays import is_litter


def unsaved(root: Path, folder: str, version: str) -> tuple[str, ...]:
    """The paths, relative to the folder, that were added, changed or removed since the version; without litter.

    They are held against an index of our own that knows this folder alone; nothing is written but that.
    """
    tree = tree_at(root, version, f"./{folder}")
    if not (root / folder).is_dir():
        return (folder,) if tree else ()
    with tempfile.TemporaryDirectory(prefix="reportkit-") as scratch:
        index = Path(scratch) / "index"
        if tree:
            git(root, "read-tree", f"--prefix={inside(root)}{folder}/", tree, index=index)
        words = ("ls-files", "-z", "--modified", "--deleted", "--others", "--exclude-standard")
        listing = os.fsdecode(git(root / folder, *words, index=index))
    paths = {path for path in listing.split("\0") if path and not is_litter(path.rpartition("/")[2])}
    return tuple(sorted(paths))
