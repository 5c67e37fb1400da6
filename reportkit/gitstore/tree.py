"""Git's trees: one folder put in the place of another, at a cost that does not grow with the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportkit.gitstore.program import git, line, run


def tree_at(root: Path, version: str, folder: str) -> str | None:
    """The id of the folder's tree in a version, or None where the version has no such folder."""
    finished = run(root, "rev-parse", "--quiet", "--verify", f"{version}:{folder}")
    return None if finished.code else finished.output.decode().strip()


def splice(root: Path, base: str | None, path: Sequence[str], tree: str) -> str:
    """The id of a tree like `base` (None: empty) with `tree` at `path`; only trees on the way are written."""
    if not path:
        return tree
    name, *rest = path
    entries = _entries(root, base)
    known = entries.get(name.encode())
    below = known.split(b" ")[2].decode() if known and known.startswith(b"040000 tree ") else None
    entries[name.encode()] = b"040000 tree " + splice(root, below, rest, tree).encode()
    listing = b"".join(b"%b\t%b\0" % (entry, name) for name, entry in entries.items())
    return line(root, "mktree", "-z", "--missing", given=listing)


def _entries(root: Path, tree: str | None) -> dict[bytes, bytes]:
    """Name → "mode type id" of everything directly in a tree."""
    listing = git(root, "ls-tree", "-z", "--full-tree", tree) if tree else b""
    pairs = (entry.partition(b"\t") for entry in listing.split(b"\0") if entry)
    return {name: entry for entry, _, name in pairs}
