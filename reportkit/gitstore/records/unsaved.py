"""Which of a folder's files differ from what is saved, whatever the user's index holds, and however large it is."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.gitstore.program import git
from reportkit.gitstore.records.paths import inside
from reportkit.inspection.strays import is_litter


def unsaved(root: Path, folder: str, tree: str | None) -> tuple[str, ...]:
    """The paths, relative to the folder, that were added, changed or removed since the tree; without litter.

    `tree` is what Git calls the folder as it is saved, None where it was never saved.

    They are held against an index of our own that knows this folder alone; nothing is written but that.
    """
    import tempfile  # 3 ms that those who only look at what is saved need not wait for

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
