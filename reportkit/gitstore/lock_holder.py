"""Which reportkit holds the lock of a work tree, and which was the last that failed or was stopped while it held it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.lock_words import in_words

_NOTE = "reportkit-holder"
_STOPPED = "reportkit-stopped"
_LONGEST = 60  # seconds; a command holds the lock for tenths of one


class Holder(Struct, frozen=True):
    """A process that held the lock: its number, its computer, its user's number, and since when (seconds, UTC)."""

    process: int
    computer: str
    user: int
    since: int

    def __str__(self) -> str:
        age = max(0, int(time.time()) - self.since)
        return f"process {self.process} on {self.computer or 'this computer'}, for {in_words(age)}"

    def may_have_left(self, lock: os.stat_result) -> bool:
        """Return whether a lock is from the time in which it held the lock, and of the same user, on this computer."""
        is_near = self.since <= int(lock.st_mtime) <= self.since + _LONGEST
        return is_near and lock.st_uid == self.user and self.computer == _computer()


def note_holder(git_folder: Path) -> None:
    """Note that this process holds the lock. The note of one that did not give it back is kept beside it."""
    note = git_folder / _NOTE
    with suppress(OSError):  # it only serves to tell
        note.replace(git_folder / _STOPPED)
    own = Holder(os.getpid(), _computer(), _user(), int(time.time()))
    with suppress(OSError):
        note.write_text(f"{own.process} {own.user} {own.since} {own.computer}\n", encoding="utf-8")


def forget_holder(git_folder: Path) -> None:
    """Take the note away: what this process was about is done."""
    with suppress(OSError):
        (git_folder / _NOTE).unlink(missing_ok=True)


def current_holder(git_folder: Path) -> Holder | None:
    """Return the process that noted itself last; None where none did."""
    return _read(git_folder / _NOTE)


def stopped_holders(git_folder: Path) -> tuple[Holder, ...]:
    """Return the last processes that did not give the lock back, for when no process holds it."""
    found = (_read(git_folder / name) for name in (_NOTE, _STOPPED))
    return tuple(each for each in found if each is not None)


def is_left_behind(git_folder: Path, lock: Path) -> bool:
    """Return whether a lock of Git's is from a reportkit that was stopped here, after which another held our lock."""
    stopped = _read(git_folder / _STOPPED)
    try:
        return stopped is not None and stopped.may_have_left(lock.stat())
    except FileNotFoundError:
        return False


def _read(note: Path) -> Holder | None:
    try:
        process, user, since, computer = note.read_text(encoding="utf-8").rstrip("\n").split(" ", 3)
        return Holder(int(process), computer, int(user), int(since))
    except (OSError, ValueError):
        return None


def _computer() -> str:
    return os.environ.get("COMPUTERNAME") or os.uname().nodename


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
