"""Subjects computed from trees in Git, file by file as it is handed over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from reportkit.gitstore.git_errors import missing
from reportkit.gitstore.records.objects import Object
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import TreeEntry
from reportkit.moderation.subject import DRAFT, Signing, SubjectDigest


class Subjects:
    """Subjects of one repository's inspections. An equal tree is not read again by the same process."""

    def __init__(self, reader: ObjectReader, repository: str) -> None:
        self._reader = reader
        self._repository = repository
        self._known: dict[tuple[str, str, Signing], str] = {}

    def of(self, inspection: str, tree: str, signing: Signing) -> str:
        """Return the subject of the inspection whose folder is this tree. Raises Trouble where something is missing."""
        key = (inspection, tree, signing)
        if key not in self._known:
            self._known[key] = self._compute(inspection, tree, signing)
        return self._known[key]

    def prepare(self, drafts: Iterable[tuple[str, str]]) -> None:
        """Compute many subjects of drafts at once, each an inspection and its tree, in few questions to Git."""
        wanted = [pair for pair in dict.fromkeys(drafts) if (*pair, DRAFT) not in self._known]
        listings = {tree: self._listing(files) for tree, files in self._reader.files_of(tree for _, tree in wanted)}
        contents = self._reader.read([entry.id for _, tree in wanted for _, entry in listings[tree]])
        for inspection, tree in wanted:
            self._known[inspection, tree, DRAFT] = self._digest(inspection, DRAFT, listings[tree], contents)

    def _compute(self, inspection: str, tree: str, signing: Signing) -> str:
        files = self._listing(self._reader.files(tree))
        return self._digest(inspection, signing, files, self._reader.read([entry.id for _, entry in files]))

    def _listing(self, files: Mapping[str, TreeEntry]) -> list[tuple[str, TreeEntry]]:
        return sorted(files.items(), key=lambda item: os.fsencode(item[0]))

    def _digest(
        self, inspection: str, signing: Signing, files: list[tuple[str, TreeEntry]], contents: Iterator[Object | None]
    ) -> str:
        digest = SubjectDigest(self._repository, inspection, signing)
        for (path, entry), found in zip(files, contents, strict=False):
            if found is None:
                raise missing(entry.id)
            digest.add(path, found.data)
        return digest.hexdigest()
