"""Files on the disk whose bytes differ from what is saved, and whose words do not: they count as unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportkit.gitstore.git_program import git
from reportkit.gitstore.tree import ORDINARY, TreeEntry
from reportkit.inspection.same_words import is_text, same_words


def is_unchanged(root: Path, file: Path, saved: TreeEntry | None) -> bool:
    """Return whether a file says what the saved one says. `root` is any folder of the repository."""
    if saved is None or saved.mode != ORDINARY or not is_text(file.name):
        return False
    try:
        data = file.read_bytes()
    except OSError:
        return False
    return same_words(data, git(root, "cat-file", "blob", saved.id))


def unchanged(root: Path, folder: Path, saved: Iterable[tuple[str, TreeEntry]]) -> dict[str, TreeEntry]:
    """Return those of the saved files, by their paths in the folder, that say on the disk what they said."""
    return {path: entry for path, entry in saved if is_unchanged(root, folder / path, entry)}
