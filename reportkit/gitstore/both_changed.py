"""Files that two people changed at once, brought together by what they mean where that can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.git_program import git, line
from reportkit.gitstore.tree import ORDINARY, TreeDifference, TreeEntry, entry_at
from reportkit.inspection.combined import Combine


class BroughtTogether(Struct, frozen=True):
    """What a file becomes: `ours` in its place, and `theirs` beside it; None where nothing is left to be asked."""

    ours: TreeEntry
    theirs: TreeEntry | None


def bring_together(
    root: Path, bases: Collection[str], inside: str, paths: Mapping[str, TreeDifference], combine: Combine
) -> dict[str, BroughtTogether]:
    """Return what each of the files becomes that both changed; those that must be kept whole are left out.

    `inside` is the project's folder in the repository.
    """
    found = {path: _bring_one(root, bases, inside, path, each, combine) for path, each in paths.items()}
    return {path: together for path, together in found.items() if together}


def _bring_one(
    root: Path, bases: Collection[str], inside: str, path: str, found: TreeDifference, combine: Combine
) -> BroughtTogether | None:
    before = {entry_at(root, base, path) for base in bases}
    entries = (*before, found.before, found.after)
    if len(before) > 1 or not path.startswith(inside) or not all(_is_ordinary(entry) for entry in entries if entry):
        return None
    if found.before is None or found.after is None:
        return None
    base, ours, theirs = (_contents(root, entry) if entry else None for entry in entries)
    combined = combine(path.removeprefix(inside), base, ours or b"", theirs or b"")
    if combined is None:
        return None
    left = _stored(root, combined.theirs) if combined.fields else None
    return BroughtTogether(_stored(root, combined.ours), left)


def _is_ordinary(entry: TreeEntry) -> bool:
    return entry.mode == ORDINARY


def _contents(root: Path, entry: TreeEntry) -> bytes:
    return git(root, "cat-file", "blob", entry.id)


def _stored(root: Path, data: bytes) -> TreeEntry:
    return TreeEntry(ORDINARY, line(root, "hash-object", "-w", "--stdin", given=data))
