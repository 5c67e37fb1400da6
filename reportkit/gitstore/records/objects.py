"""Git's objects as bytes: read from what Git hands over, and made here, so that one process writes a whole act.

The ids are Git's own, SHA-1 over kind, length and content. They are addresses: what is signed rests on SHA-256.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from msgspec import Struct

from reportkit.gitstore.git_errors import malformed
from reportkit.gitstore.tree import FOLDER, ID_BYTES, TreeEntry, id_of, rows

Kind = Literal["commit", "tree", "blob"]
_NUMBERS: Final[Mapping[str, int]] = {"commit": 1, "tree": 2, "blob": 3}  # as a pack names the kinds


class Object(Struct, frozen=True):
    """One object: its kind and its content."""

    kind: str
    data: bytes

    @property
    def id(self) -> str:
        """The name that Git gives it."""
        return id_of(self.kind, self.data)


class Commit(Struct, frozen=True):
    """The contents of a commit; `seconds` is when its committer's clock says it was made."""

    tree: str
    parents: tuple[str, ...]
    name: str
    email: str
    seconds: int


def child(data: bytes, name: str) -> str | None:
    """Return the id that a tree gives one name, or None: nothing is made of the others.

    Raises Damaged where it is no tree.
    """
    wanted = os.fsencode(name)
    found = next((at for _, other, at in rows(data) if other == wanted), None)
    return None if found is None else data[found : found + ID_BYTES].hex()


def _row(name: bytes, entry: TreeEntry) -> bytes:
    """Return what a tree says of one name."""
    return b"%b %b\0%b" % (entry.mode.encode(), name, bytes.fromhex(entry.id))


def with_entry(data: bytes, name: str, entry: TreeEntry) -> bytes:
    """Return a tree's content with this entry in Git's order, whatever it said of the name before.

    The others are not taken apart: there may be thousands. Raises Damaged where it is no tree.
    """
    wanted = os.fsencode(name)
    key, written = _key(wanted, entry.mode), _row(wanted, entry)
    begins, place, gone = 0, len(data), slice(0, 0)
    for mode, other, at in rows(data):
        if other == wanted:
            gone = slice(begins, at + ID_BYTES)
        elif place == len(data) and _key(other, mode.decode("ascii")) > key:
            place = begins
        begins = at + ID_BYTES
    if gone.stop <= place:
        return data[: gone.start] + data[gone.stop : place] + written + data[place:]
    return data[:place] + written + data[place : gone.start] + data[gone.stop :]


def _key(name: bytes, mode: str) -> bytes:
    """Return what Git orders a tree by: a folder stands as if its name ended in a stroke."""
    return name + b"/" if mode == FOLDER else name


def read_commit(data: bytes) -> Commit:
    """Return what a commit says. Raises Damaged where it is no commit."""
    try:
        return _commit(data)
    except (IndexError, ValueError):
        raise malformed("a version") from None


def _commit(data: bytes) -> Commit:
    head, _, _ = data.partition(b"\n\n")
    lines = head.split(b"\n")
    tree_id = lines[0].removeprefix(b"tree ").decode("ascii")
    parents = tuple(line[7:].decode("ascii") for line in lines[1:] if line.startswith(b"parent "))
    author, committer = lines[1 + len(parents)], lines[2 + len(parents)]
    if not (author.startswith(b"author ") and committer.startswith(b"committer ")):
        raise ValueError("a commit names its author and its committer")
    name, _, rest = author[7:].decode("utf-8", "replace").partition(" <")
    seconds = committer.rpartition(b"> ")[2].split(b" ")[0]
    return Commit(tree_id, parents, name, rest.rpartition("> ")[0], int(seconds))


def pack(objects: Iterable[Object]) -> bytes:
    """Return the objects as a pack, which `git unpack-objects` reads."""
    written = [_packed(each) for each in objects]
    body = b"PACK" + (2).to_bytes(4, "big") + len(written).to_bytes(4, "big") + b"".join(written)
    return body + hashlib.sha1(body, usedforsecurity=False).digest()


def _packed(each: Object) -> bytes:
    """Kind and size in groups of seven bits (the first holds four), then the content, not made smaller on its way."""
    size = len(each.data)
    head = [_NUMBERS[each.kind] << 4 | size & 15]
    size >>= 4
    while size:
        head[-1] |= 128
        head.append(size & 127)
        size >>= 7
    return bytes(head) + zlib.compress(each.data, 0)
