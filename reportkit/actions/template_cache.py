"""Where compiled templates are kept between runs: the user's own cache folder, and no other.

What is there is run without another check, so it must have been written by this user: the
folder is theirs and closed to all others, and nothing is read or written where it is not. It may be
deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

_MOST = 40  # files; the oldest goes first
_LARGEST = 8_000_000
_DIGEST = 32
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def kept_code() -> KeptFiles | None:
    """Return the user's own place for compiled templates; None for a user without one."""
    home = cache_home(sys.platform, os.environ)
    return KeptFiles(home / "reportkit" / "templates") if home else None


def cache_home(platform: str, environment: Mapping[str, str]) -> Path | None:
    """Return the folder for what programs may forget, as each system names it."""
    home = environment.get("HOME", "")
    places = {
        "win32": (environment.get("LOCALAPPDATA", ""),),
        "darwin": (home and f"{home}/Library/Caches",),
    }
    named = places.get(platform, (environment.get("XDG_CACHE_HOME", ""), home and f"{home}/.cache"))
    found = (Path(place) for place in named if Path(place).is_absolute())
    return next((place for place in found if place.parent.is_dir()), None)  # a home that is not there is not made


class KeptFiles:
    """One file for each label, with its SHA-256 in front, so that only what is whole is ever given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, label: str) -> bytes | None:
        """Return what was kept under `label`; None where there is nothing, or anything is odd about it."""
        try:
            data = _own_bytes(self._folder / label) if _is_own_folder(self._folder) else b""
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        return content if digest == hashlib.sha256(content).digest() else None

    def put(self, label: str, data: bytes) -> None:
        """Keep `data` under `label`; do nothing where that cannot be done."""
        beside = self._folder / f"{label}.{os.getpid()}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own_folder(self._folder):
                self._forget_oldest()
                beside.write_bytes(hashlib.sha256(data).digest() + data)
                beside.replace(self._folder / label)
        except OSError:
            return

    def _forget_oldest(self) -> None:
        files = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_MOST - 1 :]:
            path.unlink()


def _is_own_folder(folder: Path) -> bool:
    """Return whether it is this user's, and no other may write there; on Windows the profile's own rights say so."""
    status = folder.lstat()
    if sys.platform == "win32":
        return stat.S_ISDIR(status.st_mode)
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _own_bytes(path: Path) -> bytes:
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        fits = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
        return os.read(handle, status.st_size) if fits else b""
    finally:
        os.close(handle)
