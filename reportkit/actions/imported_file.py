"""A file from outside the repository that is brought in: its bytes, and whether it changed since it was read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.reading.outside_file import read_sent


class ImportedFile(Struct, frozen=True):
    """A file as it was read: its path, and the SHA-256 of its bytes."""

    path: Path
    digest: str


def digested(path: Path, data: bytes) -> ImportedFile:
    """Return what to know of a file whose bytes were read."""
    return ImportedFile(path, hashlib.sha256(data).hexdigest())


def refuse_changed(file: ImportedFile) -> None:
    """Raise Refused where the file does not hold any more what was read."""
    if digested(file.path, read_sent(file.path)) != file:
        what = "It was changed since it was read; nothing was written"
        raise Refused(what, where=file.path.name, remedy="Look at it again, then repeat this.")
