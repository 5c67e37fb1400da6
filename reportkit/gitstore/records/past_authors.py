"""Who an inspection's authors were in a former version, read only where one of the names is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, TypeAlias

from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.version_files import FormerFolder
from reportkit.gitstore.tree import TreeEntry

ReadAuthors: TypeAlias = Callable[[FormerFolder, str], frozenset[str]]
"""What reads the ids and names of an inspection's authors out of its files."""

_TELLING: Final = re.compile(r"inspection\.yaml|findings/[^/]+\.md")
_ESCAPE: Final = "\\"
_NO_LETTERS: Final = re.compile(r"[\W_]+")


class FormerAuthors:
    """The authors of inspections in former versions; what was read of the last versions asked for is kept."""

    def __init__(self, reader: ObjectReader, read: ReadAuthors) -> None:
        self._reader = reader
        self._read = read
        self._texts = lru_cache(maxsize=8)(self._read_texts)
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, inspection: str, tree: str | None, concerned: Iterable[str]) -> frozenset[str]:
        """Return the authors of the inspection whose folder was this tree; none where it names no person concerned.

        They are looked for by the longest word of their names, so that neither quotes nor line ends hide them; and
        where signs are spelt out by escapes, everything is read in any case.
        """
        if tree is None:
            return frozenset()
        needles = {max(_NO_LETTERS.split(each.casefold()), key=len) for each in concerned}
        texts = self._texts(inspection, tree)
        if not any(_ESCAPE in text or any(needle in text for needle in needles) for text in texts):
            return frozenset()
        if (inspection, tree) not in self._known:
            folder = FormerFolder(self._reader, f"inspections/{inspection}", tree)
            self._known[inspection, tree] = self._read(folder, inspection)
        return self._known[inspection, tree]

    def _read_texts(self, _: str, tree: str) -> tuple[str, ...]:
        """Return what tells of authors: the particulars and the findings, as one reads them whatever the case."""
        files: dict[str, TreeEntry] = self._reader.files(tree)
        wanted = [entry.id for path, entry in files.items() if _TELLING.fullmatch(path)]
        found = self._reader.read(wanted)
        return tuple(each.data.decode("utf-8", "replace").casefold() for each in found if each)
