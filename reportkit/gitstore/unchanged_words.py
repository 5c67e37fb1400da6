"""Files on the disk whose bytes differ from what is saved, and whose words do not: they count as unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportkit.gitstore.git_errors import missing
from reportkit.gitstore.git_program import git
from reportkit.gitstore.tree import ORDINARY, TreeEntry
from reportkit.inspection.same_words import is_text, same_words


def is_unchanged(root: Path, file: Path, saved: TreeEntry | None) -> bool:
    """Return whether a file says what the saved one says. `root` is any folder of the repository."""
    return saved is not None and file.name in unchanged(root, file.parent, [(file.name, saved)])


def unchanged(root: Path, folder: Path, saved: Iterable[tuple[str, TreeEntry]]) -> dict[str, TreeEntry]:
    """Return those of the saved files, by their paths in the folder, that say on the disk what they said.

    Git is asked once, however many there are.
    """
    asked = [(path, entry) for path, entry in saved if entry.mode == ORDINARY and is_text(path)]
    contents = _contents(root, [entry.id for _, entry in asked])
    pairs = zip(asked, contents, strict=True)
    return {path: entry for (path, entry), data in pairs if _says(folder / path, data)}


def _says(file: Path, words: bytes) -> bool:
    try:
        return same_words(file.read_bytes(), words)
    except OSError:
        return False


def _contents(root: Path, names: list[str]) -> Iterator[bytes]:
    output = git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) if names else b""
    at = 0
    for name in names:
        end = output.index(b"\n", at)
        if output[at:end].endswith(b" missing"):
            raise missing(name)
        size = int(output[at:end].rpartition(b" ")[2])
        yield output[end + 1 : end + 1 + size]
        at = end + size + 2
