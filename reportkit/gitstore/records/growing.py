"""A folder's tree as it grows from version to version: entries are put into its bytes, and its id follows.

To make it anew from all its entries, for each of thousands of versions, would take as long as to ask Git.
"""

from __future__ import annotations

import os

from reportkit.gitstore.records.objects import row
from reportkit.gitstore.tree import FOLDER, ID_BYTES, TreeEntry, id_of, rows


class GrowingTree:
    """A tree that begins as these bytes. Raises ValueError where they are not in Git's order, Damaged for no tree."""

    def __init__(self, data: bytes = b"") -> None:
        self._data = bytearray(data)
        self._ids = _where_ids_begin(data)
        self._last = next(reversed(self._ids), "")
        self._id = ""

    @property
    def id(self) -> str:
        """The name that Git gives it as it is now."""
        if not self._id:
            self._id = id_of("tree", bytes(self._data))
        return self._id

    def folder(self, name: str) -> str | None:
        """The id of a folder in it; None where it has none of this name."""
        at = self._ids.get(f"{name}/")
        return None if at is None else self._data[at : at + ID_BYTES].hex()

    def add(self, name: str, entry: TreeEntry) -> None:
        """Put a new entry into it. Raises ValueError where there is one of this name."""
        if name in self._ids or f"{name}/" in self._ids:
            raise ValueError("a name stands in a tree once")
        self.put(name, entry)

    def put(self, name: str, entry: TreeEntry) -> None:
        """Put an entry into it: a new one, or another id in the place of the one that is there."""
        self._id = ""
        place = f"{name}/" if entry.mode == FOLDER else name
        at = self._ids.get(place)
        if at is None:
            self._insert(place, row(os.fsencode(name), entry))
        else:
            self._data[at : at + ID_BYTES] = bytes.fromhex(entry.id)

    def _insert(self, place: str, written: bytes) -> None:
        """Records are named after their times, so that a new one is mostly the last."""
        begins = len(self._data)
        if place < self._last:
            begins = max([at + ID_BYTES for other, at in self._ids.items() if other < place], default=0)
            self._ids = {other: at + len(written) if at > begins else at for other, at in self._ids.items()}
        else:
            self._last = place
        self._data[begins:begins] = written
        self._ids[place] = begins + len(written) - ID_BYTES


def _where_ids_begin(data: bytes) -> dict[str, int]:
    """Where each entry's id begins, by what Git orders them by: a folder stands as if its name ended in a stroke."""
    found: dict[str, int] = {}
    last = b""
    for mode, name, at in rows(data):
        place = name + b"/" if mode == FOLDER.encode() else name
        if place <= last:
            raise ValueError("a tree's entries stand in order, each once")
        found[os.fsdecode(place)], last = at, place
    return found
