"""What Git lists as different between two folders."""

from __future__ import annotations

import os

from reportkit.inspection.file_changes import FileChange, How

NAME_STATUS = ("diff-tree", "-r", "-z", "--no-renames", "--name-status")
"""The words with which Git lists what differs between two trees, as `read_changes` reads it."""

_LETTERS: dict[str, How] = {"A": "added", "D": "removed"}


def read_changes(listing: bytes) -> tuple[FileChange, ...]:
    """Return what Git lists by NAME_STATUS, sorted."""
    fields = os.fsdecode(listing).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return tuple(sorted(FileChange(path, _LETTERS.get(letter, "changed")) for letter, path in pairs))
