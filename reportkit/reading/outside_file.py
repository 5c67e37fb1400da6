"""A file that was sent in, from anywhere on this machine: its bytes, if it is an ordinary file of a sane size."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.errors import Refused
from reportkit.reading.folder import LARGEST, FolderFiles


def read_sent(path: Path, most: int = LARGEST) -> bytes:
    """Return the bytes, or those of the file that a link leads to.

    Raises Refused, naming the file, where it is not there, is no ordinary file or has more bytes than `most`.
    """
    if path.is_dir():
        raise Refused("is a folder", where=path.name, remedy="Name the file in it.")
    folder, name = os.path.split(os.path.realpath(path))
    try:
        data = FolderFiles(Path(folder)).read(name)
    except Refused as error:
        raise Refused(error.what, where=path.name, remedy=error.remedy) from None
    if len(data) > most:
        raise Refused(f"is larger than {most:,} bytes", where=path.name, remedy="Keep a shorter one.")
    return data
