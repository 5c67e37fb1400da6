"""Of which of an inspection's former versions something is, told by their subjects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from reportkit.gitstore.git_program import git
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.subjects import Subjects
from reportkit.moderation.record_paths import content_folder
from reportkit.moderation.subject import Signing

MOST: Final = 200
"""Versions that are looked at, the newest first: each is hashed anew."""


class Former(Struct, frozen=True):
    """A version in which the inspection was saved: its commit, and when."""

    commit: str
    saved: dt.datetime


class FormerVersions:
    """The versions of one repository's inspections; `repository` is its id in reportkit.yaml."""

    def __init__(self, root: Path, reader: ObjectReader, repository: str) -> None:
        self._root = root
        self._reader = reader
        self._subjects = Subjects(reader, repository)

    def find(self, inspection: str, signings: Iterable[Signing], fits: Callable[[str], bool]) -> Former | None:
        """Return the newest version whose subject fits, at one of these stages.

        None where none of the newest MOST does.
        """
        folder, stages = content_folder(inspection), tuple(signings)
        words = ("log", "--no-show-signature", "--format=%H %cI", f"--max-count={MOST}", "HEAD", "--", folder)
        for line in git(self._root, *words).decode().splitlines():
            commit, _, saved = line.partition(" ")
            tree = self._reader.find(f"{commit}:{inside(self._root)}{folder}")
            if tree and any(fits(self._subjects.of(inspection, tree.id, stage)) for stage in stages):
                return Former(commit, dt.datetime.fromisoformat(saved))
        return None
