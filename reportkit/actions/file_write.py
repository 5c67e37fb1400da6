"""A file of the repository that an action is about to write."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.workspace.write_files import place_new, replace


class FileWrite(Struct, frozen=True):
    """A file to write: its path in the repository, its new bytes, and those that it has now (None: there is none)."""

    path: str
    data: bytes
    before: bytes | None = None


def write_file(root: Path, write: FileWrite) -> Path:
    """Write the file, whole or not at all, and return it. Raises Refused where what is there changed meanwhile."""
    path = root / write.path
    if write.before is None:
        place_new(path, write.data)
    else:
        replace(path, write.before, write.data)
    return path
