"""What a version brought, proved without asking Git: its folders made anew from those of the version before.

An act brings records to one inspection. Which ones is guessed, by the times in their names: the newest that are no
newer than the version. Every folder above them is made as it would then be, and where the outermost comes out with
the id that the version gives it, nothing else has changed. A wrong guess proves nothing; then Git is asked.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from typing import TypeAlias

from reportkit.gitstore.records.growing import GrowingTree
from reportkit.gitstore.records.objects import Commit
from reportkit.gitstore.records.reader import Reader
from reportkit.gitstore.tree import FOLDER, Entry
from reportkit.moderation.codec import time_in_name
from reportkit.moderation.verifying.trace import Change

_Act: TypeAlias = tuple[str, str]
"""The time in its records' names, and its inspection."""

_RECORDS = "records"
_LAST = "~"  # stands behind every inspection's name
_MOST_WRONG = 200  # guesses: each costs some folders that are read from Git again, which takes longer than to ask it


class Proving:
    """Proofs for versions, given parents first.

    `inside` is the project's folder in the repository, `saved` everything below moderation/ as it is saved now.
    """

    def __init__(self, reader: Reader, inside: str, saved: Mapping[str, Entry]) -> None:
        self._reader = reader
        self._above = (*inside.split("/")[:-1], "moderation")
        self._acts = _acts_in(saved)
        self._order = sorted(self._acts)
        self._done: set[_Act] = set()
        self._wrong = 0
        self._known: dict[str, GrowingTree] = {}

    def brought(self, version: Commit, before: str) -> tuple[Change, ...] | None:
        """The records that are all that a version changed upon a tree; None where that is not proved."""
        act = self._guess(version.seconds)
        if act is None:
            return None
        files = self._acts[act]
        try:
            made = self._made(files, act[1], before)
        except ValueError:  # something is no tree, or not in order: what that means is Git's to say
            made = None
        if made != version.tree:
            self._wrong += 1
            return None
        self._done.add(act)
        folder = f"moderation/{act[1]}/{_RECORDS}/"
        return tuple(Change(folder + name, None, file.id) for name, file in files.items())

    def _guess(self, seconds: int) -> _Act | None:
        """The newest act of before a time; None where it was proved, and after many wrong guesses."""
        at = bisect(self._order, (time_in_name(seconds), _LAST))
        act = self._order[at - 1] if at and self._wrong < _MOST_WRONG else None
        return None if act in self._done else act

    def _made(self, files: Mapping[str, Entry], inspection: str, tree: str | None) -> str | None:
        """The id of a tree once an inspection has these new records; None where it had one of them."""
        above: list[tuple[GrowingTree, str]] = []
        path = ""
        for name in (*self._above, inspection, _RECORDS):
            folder = self._folder(path, tree)
            above.append((folder, name))
            path, tree = f"{path}/{name}", folder.folder(name)
        folder = self._folder(path, tree)
        if folder.has_any(files):
            return None
        folder.put(files)
        for outer, name in reversed(above):
            outer.put({name: Entry(FOLDER, folder.id)})
            folder = outer
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


def _acts_in(saved: Mapping[str, Entry]) -> dict[_Act, dict[str, Entry]]:
    """The records and signatures by name, for each act that they could have come with."""
    acts: dict[_Act, dict[str, Entry]] = {}
    beginning = len(time_in_name(0))
    for path, entry in saved.items():
        inspection, _, rest = path.partition("/")
        folder, _, name = rest.partition("/")
        if folder == _RECORDS:
            acts.setdefault((name[:beginning], inspection), {})[name] = entry
    return acts
