"""Files from a folder on disk. Nothing that could block, or lie elsewhere, is ever opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reportkit.errors import Refused
from reportkit.inspection.stray_files import SECOND_COPY, why_stray

LARGEST = 32_000_000
"""Bytes in one file of any kind; texts have a smaller bound of their own."""

DEEPEST = 8
"""Folders inside one another below the project's root: no file of ours is deeper."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # a link put in place after the check
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in place after the check
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_KEEPS_A_FOLDER = ".gitkeep"


class FolderFiles:
    """`Files` of the project at `root`. It lists what is there, and refuses what is no ordinary file."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._plain_folders: dict[str, str] = {"": self._root}

    def under(self, folder: str) -> tuple[str, ...]:
        """Return every file below `folder` but strays, sorted; links and pipes too, which `read` then refuses."""
        there = set(self._walk(folder))
        return tuple(sorted(path for path in there if not _is_stray(path, there)))

    def second_copies(self, folder: str) -> tuple[str, ...]:
        """Every second copy below `folder`, sorted: `under` leaves them out, and they may hold a person's work."""
        there = set(self._walk(folder))
        return tuple(sorted(path for path in there if _why_stray(path, there) == SECOND_COPY))

    def _walk(self, folder: str) -> Iterator[str]:
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            for entry in self._entries(here):
                path = f"{here}/{entry.name}" if here else entry.name
                if not entry.is_dir(follow_symlinks=False) or _is_link(entry) or not self._is_open(path):
                    yield path
                elif path.count("/") >= DEEPEST:
                    yield path  # looked into no further; nothing may be there
                elif entry.name != ".git":
                    waiting.append(path)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder(folder)) as entries:
                return list(entries)
        except (OSError, Refused):
            return []

    def _is_open(self, folder: str) -> bool:
        """Return whether it may be looked into; one that may not is listed, so that reading it says so."""
        return os.access(self._folder(folder), os.R_OK | os.X_OK)

    def read(self, path: str) -> bytes:
        """Return the file's bytes. Raises Refused for links, pipes, devices, paths that lead out and large files."""
        folder, _, name = path.rpartition("/")
        _refuse_odd_part(name if path[:1] != "/" else "", path)
        full = f"{self._folder(folder)}/{name}"
        try:
            _refuse_unusual(os.lstat(full), path)
            return _contents(full, path)
        except OSError as error:
            remedy = "Is its name right?" if isinstance(error, FileNotFoundError) else "Look at the file."
            raise Refused(f"cannot be read: {_reason(error)}", where=path, remedy=remedy) from None

    def _folder(self, folder: str) -> str:
        """Return the folder's place on disk, each part of it a real folder below the root."""
        known = self._plain_folders.get(folder)
        if known is not None:
            return known
        place, path = self._root, ""
        for name in folder.split("/"):
            _refuse_odd_part(name, folder)
            place, path = f"{place}/{name}", f"{path}/{name}"
            if Path(place).is_symlink():
                raise _link(path[1:])
        self._plain_folders[folder] = place
        return place


def _is_stray(path: str, there: set[str]) -> bool:
    return path.rpartition("/")[2] == _KEEPS_A_FOLDER or _why_stray(path, there) != ""


def _why_stray(path: str, there: set[str]) -> str:
    folder, slash, name = path.rpartition("/")
    return why_stray(name, lambda other: folder + slash + other in there)


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Return whether it is a link of any kind: Windows' junctions look like folders."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", lambda: False)())


def _refuse_odd_part(part: str, path: str) -> None:
    if part in ("", ".", "..") or "\\" in part or "\0" in part:
        raise Refused("the path leads out of the project", where=path, remedy="Name a file inside it.")


def _refuse_unusual(status: os.stat_result, path: str) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise _link(path)
    if stat.S_ISDIR(status.st_mode):
        raise Refused("is a folder that you may not open", where=path, remedy="Ask for the right to read it.")
    if not stat.S_ISREG(status.st_mode):
        raise Refused("is not an ordinary file", where=path, remedy="Move it out of the project.")
    if status.st_size > LARGEST:
        raise Refused(f"is larger than {LARGEST // 10**6} MB", where=path, remedy="Keep large papers elsewhere.")


def _link(path: str) -> Refused:
    return Refused("is a link to another place", where=path, remedy="Put the file itself here.")


def _contents(full: str, path: str) -> bytes:
    handle = os.open(full, _FLAGS)
    try:
        status = os.fstat(handle)
        _refuse_unusual(status, path)
        return _all_of(handle, status.st_size)
    finally:
        os.close(handle)


def _all_of(handle: int, size: int) -> bytes:
    """Return everything up to the size that was checked, so that a file that grows meanwhile cannot fill the memory."""
    data = os.read(handle, size)
    while len(data) < size:
        more = os.read(handle, size - len(data))
        if not more:
            break
        data += more
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "it is not there"
    if isinstance(error, PermissionError):
        return "you may not open it"
    return (error.strerror or "the disk says no").lower()
