"""New files in their places: whole or not at all, and never over a file that is there."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec

from reportkit.errors import Refused, Trouble

P = ParamSpec("P")


def _disk_said(act: Callable[P, None]) -> Callable[P, None]:
    """Return what the disk refuses becomes a sentence."""

    @functools.wraps(act)
    def guarded(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            act(*arguments, **named)
        except OSError as error:
            what = f"Nothing was written: {error.strerror or error}"
            raise Trouble(what, where=str(error.filename or ""), remedy="Look at the folder and the disk.") from error

    return guarded


@_disk_said
def place_new(path: Path, data: bytes) -> None:
    """Put `data` in a new file, synced before it has its name. Raises Refused where the name is taken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(path, data) as beside:
        try:
            _name_without_overwriting(beside, path)
        except FileExistsError:
            raise _taken(path) from None
    _sync_folder(path.parent)


@_disk_said
def place_all(files: Mapping[Path, bytes]) -> None:
    """Put each in a new file, all or none. Raises Refused where a name is taken; then the others are gone again."""
    done: list[Path] = []
    try:
        for path, data in files.items():
            place_new(path, data)
            done.append(path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise


@_disk_said
def replace(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of a file that still holds `old`. Raises Refused where it was changed meanwhile."""
    with _alone(path), written_beside(path, new) as beside:
        if path.read_bytes() != old:
            raise Refused(f"{path.name} was changed in the meantime", remedy="Nothing was written; try again.")
        beside.replace(path)
    _sync_folder(path.parent)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other process replace the file meanwhile. The lock ends with the process, however that ends.

    It is on the old file: a process that waited for it finds other bytes under the name. On Windows a file
    cannot be replaced while it is open, so two at the very same moment are not told apart there.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # not on Windows

    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@_disk_said
def place_new_folder(path: Path, files: Mapping[str, bytes], folders: tuple[str, ...]) -> None:
    """Make a folder with these files and empty folders, all or nothing. Raises Refused where the name is taken.

    It is made beside the folder above, so that what a crash leaves is not taken for one of `path`'s kind.
    """
    from shutil import rmtree  # 3 ms that a draft need not wait for

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.parent.parent / _temporary_name(path)
    beside.mkdir()
    try:
        for name in folders:
            (beside / name).mkdir()
        for name, data in files.items():
            _write(beside / name, data)
        _rename_folder(beside, path)
    finally:
        rmtree(beside, ignore_errors=True)
    _sync_folder(path.parent)


def _rename_folder(beside: Path, path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise _taken(path)
    _sync_folder(beside)
    beside.rename(path)


def stay_inside(folder: Path, root: Path) -> None:
    """Raise Refused where a link leads the folder out of the project."""
    if not folder.resolve().is_relative_to(root.resolve()):
        raise Refused(f"{folder.name} leads out of the project", remedy="Put a plain folder in its place.")


def _taken(path: Path) -> Refused:
    return Refused(f"{path.name} is there already; nothing was written", remedy="Choose another name.")


def _temporary_name(path: Path) -> str:
    return f".{path.name}-{os.urandom(4).hex()}.tmp"


@contextmanager
def written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """Open a synced file of another name in the same folder; remove it at the end if it was not renamed."""
    beside = path.parent / _temporary_name(path)
    try:
        _write(beside, data)
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name_without_overwriting(beside: Path, path: Path) -> None:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as FAT or some network shares
        path.touch(exist_ok=False)
        beside.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make a new name last; Windows does it by itself and lets no folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
