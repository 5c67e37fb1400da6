"""Which of a folder's files differ from what is saved, whatever the user's index holds, and however large it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reportkit.gitstore.git_program import PendingGit, ask, git
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.tree import entry_at
from reportkit.gitstore.unchanged_words import is_unchanged
from reportkit.inspection.stray_files import is_litter

_DIFFERING = ("ls-files", "-z", "--modified", "--deleted", "--others", "--exclude-standard")


@contextmanager
def unsaved(root: Path, folder: str, tree: str | None) -> Iterator[Callable[[], tuple[str, ...]]]:
    """Give the paths, relative to the folder, that were added, changed or removed since the tree; without litter.

    `tree` is what Git calls the folder as it is saved, None where it was never saved. Git looks while the caller goes
    on, with an index of our own that knows this folder alone; nothing is written but that.
    """
    if not (root / folder).is_dir():
        yield partial(tuple, (folder,) if tree else ())
        return
    with tempfile.TemporaryDirectory(prefix="reportkit-", ignore_cleanup_errors=True) as scratch:
        index = Path(scratch) / "index"
        if tree:
            git(root, "read-tree", f"--prefix={inside(root)}{folder}/", tree, index=index)
        yield partial(_listed, root / folder, tree, ask(root / folder, *_DIFFERING, index=index))


def _listed(folder: Path, tree: str | None, differing: PendingGit) -> tuple[str, ...]:
    paths = {path for path in os.fsdecode(differing.answer()).split("\0") if path}
    own = (path for path in paths if not is_litter(path.rpartition("/")[2]))
    return tuple(sorted(path for path in own if not _says_the_same(folder, tree, path)))


def _says_the_same(folder: Path, tree: str | None, path: str) -> bool:
    """Return whether only a byte-order mark or line ends differ from what is saved."""
    return bool(tree) and is_unchanged(folder, folder / path, entry_at(folder, tree or "", path))
