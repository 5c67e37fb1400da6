"""What a version brought, proved without asking Git: its folders made anew from those of the version before.

What an act brought is guessed from what is saved now: the newest that is no newer than the version. Every folder above
its files is made as it would then be, and where the outermost comes out with the id that the version gives it, nothing
else has changed. A wrong guess proves nothing; then Git is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.errors import Damaged
from reportkit.gitstore.records.growing import GrowingTree
from reportkit.gitstore.records.guessing import Files, Guesses
from reportkit.gitstore.records.objects import Commit
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import FOLDER, TreeEntry
from reportkit.moderation.verifying.file_history import FileEvent

_MOST_WRONG = 200  # guesses: each costs folders that are read from Git again, which takes longer than to ask it


class Proving:
    """Proofs for versions, given parents first.

    `inside` is the project's folder in the repository, `saved` everything below moderation/ as it is saved now.
    """

    def __init__(self, reader: ObjectReader, inside: str, saved: Files) -> None:
        self._reader = reader
        self._inside = inside
        self._guesses = Guesses(reader, saved)
        self._known: dict[str, GrowingTree] = {}
        self._brought: set[str] = set()
        self._wrong = 0

    def brought(self, version: Commit, before: str) -> tuple[FileEvent, ...] | None:
        """The files of an act that are all that a version changed upon a tree; None where that is not proved."""
        files = self._guesses.at(version.seconds)
        if not files or self._wrong >= _MOST_WRONG or not self._brought.isdisjoint(files):
            return None
        brought = {f"moderation/{path}": entry for path, entry in files.items()}
        try:
            made = self._put({self._inside + path: entry for path, entry in brought.items()}, "", before)
        except (ValueError, Damaged):  # one was there; or something is no tree, or not in order: Git's to say
            made = ""
        if made != version.tree:
            self._wrong += 1
            return None
        self._brought.update(files)
        return tuple(FileEvent(path, None, entry.id) for path, entry in brought.items())

    def _put(self, files: Mapping[str, TreeEntry], at: str, tree: str | None) -> str:
        """The id of the folder at a path, which was this tree, once there are new files in it."""
        folder = self._folder(at, tree)
        below: dict[str, dict[str, TreeEntry]] = {}
        for path, entry in files.items():
            name, within, rest = path.partition("/")
            if within:
                below.setdefault(name, {})[rest] = entry
            else:
                folder.add(name, entry)
        for name, inner in below.items():
            folder.put(name, TreeEntry(FOLDER, self._put(inner, f"{at}/{name}", folder.folder(name))))
        return folder.id

    def _folder(self, at: str, tree: str | None) -> GrowingTree:
        """The folder at a path, as this tree or empty: mostly the one that the last version made of it."""
        known = self._known.get(at)
        if known is None or known.id != tree:
            known = self._known[at] = GrowingTree(self._read(tree) if tree else b"")
        return known

    def _read(self, tree: str) -> bytes:
        found = self._reader.find(tree)
        if found is None or found.kind != "tree":
            raise ValueError("a folder is not there")
        return found.data
