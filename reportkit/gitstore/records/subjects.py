"""Subjects computed from trees in Git, file by file as it is handed over."""

from __future__ import annotations

import os

from reportkit.gitstore.records.reader import Reader, missing
from reportkit.moderation.subject import Signing, SubjectDigest


class Subjects:
    """Subjects of one repository's inspections. An equal tree is not read again by the same process."""

    def __init__(self, reader: Reader, repository: str) -> None:
        self._reader = reader
        self._repository = repository
        self._known: dict[tuple[str, str, Signing], str] = {}

    def of(self, inspection: str, tree: str, signing: Signing) -> str:
        """The subject of the inspection whose folder is this tree. Raises Trouble where something is missing."""
        key = (inspection, tree, signing)
        if key not in self._known:
            self._known[key] = self._compute(inspection, tree, signing)
        return self._known[key]

    def _compute(self, inspection: str, tree: str, signing: Signing) -> str:
        digest = SubjectDigest(self._repository, inspection, signing)
        files = sorted(self._reader.files(tree).items(), key=lambda item: os.fsencode(item[0]))
        contents = self._reader.read([entry.id for _, entry in files])
        for (path, entry), found in zip(files, contents, strict=True):
            if found is None:
                raise missing(entry.id)
            digest.add(path, found.data)
        return digest.hexdigest()
