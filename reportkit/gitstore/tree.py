"""Git's trees: what differs between two, and one made from another at a cost that does not grow with the rest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from reportkit.gitstore.git_errors import malformed, missing
from reportkit.gitstore.git_program import git, line, run

FOLDER = "40000"
REPOSITORY = "160000"
LINK = "120000"
ORDINARY = "100644"
_TYPES = {FOLDER: "tree", REPOSITORY: "commit"}
NOTHING = "000000"
EMPTY_TREE: Final = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
ID_BYTES = 20


def id_of(kind: str, data: bytes) -> str:
    """Return the id of an object with this content."""
    return hashlib.sha1(b"%b %d\0%b" % (kind.encode(), len(data), data), usedforsecurity=False).hexdigest()


class TreeEntry(Struct, frozen=True):
    """An entry of a tree: its kind, as Git's mode, and the id of its contents."""

    mode: str
    id: str


class TreeDifference(Struct, frozen=True):
    """The contents of one path before and after; None where it is not there."""

    before: TreeEntry | None
    after: TreeEntry | None


def tree_at(root: Path, version: str, folder: str) -> str | None:
    """Return the id of the folder's tree in a version, or None where the version has no such folder."""
    finished = run(root, "rev-parse", "--quiet", "--verify", f"{version}:{folder}")
    return None if finished.code else finished.output.decode().strip()


def entry_at(root: Path, version: str, path: str) -> TreeEntry | None:
    """What a version or tree holds at a path from its outermost folder; None where nothing is there."""
    listed = git(root, "ls-tree", "-z", "--full-tree", version, "--", path)
    if not listed:
        return None
    mode, _, name = listed.partition(b"\t")[0].decode().split(" ")
    return TreeEntry(mode, name)


def differences(root: Path, before: str, after: str) -> dict[str, TreeDifference]:
    """Return every file that differs between two versions or trees, by its path in the repository.

    Folders that are equal in both are not looked into.
    """
    words = ("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-relative", "--ignore-submodules=none")
    fields = git(root, *words, before, after).split(b"\0")
    return {
        os.fsdecode(path): _difference(facts.decode())
        for facts, path in zip(fields[::2], fields[1::2], strict=False)
        if facts
    }


def _difference(facts: str) -> TreeDifference:
    old_mode, new_mode, old_id, new_id, _ = facts.removeprefix(":").split(" ")
    return TreeDifference(_entry(old_mode, old_id), _entry(new_mode, new_id))


def _entry(mode: str, name: str) -> TreeEntry | None:
    return None if mode == NOTHING else TreeEntry(mode, name)


_Tables = dict[str, dict[str, TreeEntry]]


def graft(root: Path, base: str, entries: Mapping[str, TreeEntry | None]) -> str:
    """Return the id of a tree like `base` (a version or a tree) with these entries at their paths, None: not there.

    Only the folders on the way are read and written; a folder that ends empty is left out.
    """
    tables = _load(root, base, _folders(entries))
    for path, entry in entries.items():
        folder, _, name = path.rpartition("/")
        if entry is None:
            tables[folder].pop(name, None)
        else:
            tables[folder][name] = entry
    for level in reversed(_levels(tables)):
        _write_level(root, level, tables)
    return line(root, "mktree", "-z", "--missing", given=_listing(tables[""]))


def _folders(paths: Iterable[str]) -> set[str]:
    """Return every folder above the paths, the outermost ("") included."""
    return {folder for path in paths for folder in folders_above(path)} | {""}


def folders_above(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, the innermost first, without the outermost."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _levels(folders: Iterable[str]) -> list[list[str]]:
    """Return the folders below the outermost, by how deep they are."""
    below = sorted((folder for folder in folders if folder), key=lambda folder: (folder.count("/"), folder))
    deepest = max((folder.count("/") for folder in below), default=-1)
    return [[folder for folder in below if folder.count("/") == depth] for depth in range(deepest + 1)]


def _load(root: Path, base: str, folders: set[str]) -> _Tables:
    tables: _Tables = dict(zip([""], _read_trees(root, [f"{base}^{{tree}}"]), strict=True))
    for level in _levels(folders):
        known = {folder: _known(tables, folder) for folder in level}
        ids = [entry.id for entry in known.values() if entry]
        read = iter(_read_trees(root, ids))
        tables |= {folder: next(read) if entry else {} for folder, entry in known.items()}
    return tables


def _known(tables: _Tables, folder: str) -> TreeEntry | None:
    above, _, name = folder.rpartition("/")
    entry = tables[above].get(name)
    return entry if entry and entry.mode == FOLDER else None


def _read_trees(root: Path, names: list[str]) -> Iterator[dict[str, TreeEntry]]:
    given = "".join(f"{name}\n" for name in names).encode()
    output = git(root, "cat-file", "--batch", given=given) if names else b""
    while output:
        header, _, rest = output.partition(b"\n")
        if header.endswith(b" missing"):
            raise missing(header.removesuffix(b" missing").decode())
        size = int(header.rpartition(b" ")[2])
        yield read_tree(rest[:size])
        output = rest[size + 1 :]


def read_tree(data: bytes) -> dict[str, TreeEntry]:
    """Return a tree's entries by name. Raises Damaged where it is no tree."""
    return {
        os.fsdecode(name): TreeEntry(mode.decode("ascii"), data[at : at + ID_BYTES].hex())
        for mode, name, at in rows(data)
    }


def rows(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Mode and name of each entry of a tree's bytes, and where its id begins. Raises Damaged where it is no tree."""
    at, size = 0, len(data)
    while at < size:
        end = data.find(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        if not (name and mode.isdigit() and 0 < end < size - ID_BYTES):
            raise malformed("a folder")
        at = end + 1 + ID_BYTES
        yield mode, name, end + 1


def _write_level(root: Path, level: list[str], tables: _Tables) -> None:
    """Write the trees of one level, and enter them in the tables above; an empty one leaves its place."""
    filled = [folder for folder in level if tables[folder]]
    given = b"\0".join(_listing(tables[folder]) for folder in filled)
    ids = git(root, "mktree", "-z", "--missing", "--batch", given=given).decode().split() if filled else []
    written = dict(zip(filled, ids, strict=True))
    for folder in level:
        above, _, name = folder.rpartition("/")
        if folder in written:
            tables[above][name] = TreeEntry(FOLDER, written[folder])
        elif _known(tables, folder):
            del tables[above][name]


def _listing(table: dict[str, TreeEntry]) -> bytes:
    return b"".join(
        f"{entry.mode} {_TYPES.get(entry.mode, 'blob')} {entry.id}\t".encode() + os.fsencode(name) + b"\0"
        for name, entry in table.items()
    )
