"""A file that somebody sent, from anywhere on this machine: its bytes, if it is an ordinary file of a sane size."""

from __future__ import annotations

from pathlib import Path

from reportkit.errors import Refused
from reportkit.reading.folder import FolderFiles


def read_sent(path: Path) -> bytes:
    """The bytes. Raises Refused, naming the file, where it is not there, is no ordinary file or is too large."""
    if path.is_dir():
        raise Refused("is a folder", where=path.name, remedy="Name the file in it.")
    try:
        return FolderFiles(path.parent).read(path.name)
    except Refused as error:
        raise Refused(error.what, where=path.name, remedy=error.remedy) from None
