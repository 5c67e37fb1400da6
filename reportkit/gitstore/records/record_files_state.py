"""The state of the record's files: in the newest version, and in the folder where that differs from it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportkit.gitstore.provenance import begin_differing
from reportkit.gitstore.tree import TreeEntry
from reportkit.moderation.verifying.unexpected_record_files import RecordFilesState

MODERATION: Final = "moderation"


class RecordFilesStateToCome:
    """The state in the project at `root`, still to come: Git looks over the folder while the record is read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._differing = begin_differing(root, MODERATION)

    def result(self, saved: Mapping[str, TreeEntry]) -> RecordFilesState:
        """Return the state; `saved` is everything below MODERATION in the newest version. Raises Trouble."""
        unsaved = {path: os.path.lexists(self._root / path) for path in self._differing.result()}
        return RecordFilesState(
            modes={f"{MODERATION}/{path}": entry.mode for path, entry in saved.items()},
            unsaved=unsaved,
            to_follow=self._to_follow() if unsaved else frozenset(),
        )

    def _to_follow(self) -> frozenset[str]:
        from reportkit.gitstore.checkout import open_checkout  # only where the folder differs from what is saved
        from reportkit.gitstore.update_work_tree import still_to_follow

        checkout = open_checkout(self._root)
        return frozenset(path.removeprefix(checkout.inside) for path in still_to_follow(checkout))
