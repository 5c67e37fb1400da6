"""New files put in the work tree, each whole or not at all; no file that is there is replaced."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportkit.errors import Refused
from reportkit.gitstore.work_tree_files import move_into_place


def refuse_occupied(files: Mapping[Path, bytes]) -> None:
    """Raise Refused where something else is in a file's place."""
    for target, data in files.items():
        if os.path.lexists(target) and not _is(target, data):
            raise Refused(
                "A file of yours is where a file of the record belongs",
                where=str(target),
                remedy="Move it away, then try again.",
            )


def place(git_folder: Path, files: Mapping[Path, bytes]) -> None:
    """Put each file in its place. Raises OSError."""
    with tempfile.TemporaryDirectory(dir=git_folder, prefix="reportkit-files-") as scratch:
        for number, target in enumerate(_wanted(files)):
            near = Path(scratch) / str(number)
            with near.open("wb") as file:
                file.write(files[target])
                file.flush()
                os.fsync(file.fileno())
            move_into_place(near, target)


def _wanted(files: Mapping[Path, bytes]) -> Iterable[Path]:
    return [target for target in files if not os.path.lexists(target)]


def _is(target: Path, data: bytes) -> bool:
    return target.is_file() and not target.is_symlink() and target.read_bytes() == data
