"""Take out locks that stopped Git programs left behind: our own, and with a person's yes those of others."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble, WrongUse
from reportkit.gitstore.lock_files import LockFile, find_locks, take_out
from reportkit.reading.root import find_root

_OLD = 3600  # seconds


class PreparedMend(Struct, frozen=True, kw_only=True):
    """The locks that were found: our own, those that a person may take out, and those that are too young for that."""

    own: tuple[LockFile, ...]
    others: tuple[LockFile, ...]
    young: tuple[LockFile, ...]


class Mended(Struct, frozen=True, kw_only=True):
    """What was taken out, and why another could not be, a sentence each."""

    taken: tuple[LockFile, ...]
    troubles: tuple[str, ...]


def prepare(start: Path) -> PreparedMend:
    """Return the locks of the repository around a folder, and of its shared folder. Raises WrongUse outside of one."""
    if not start.is_dir():
        raise WrongUse("There is no such folder", where=str(start))
    found = find_locks(find_root(start))
    others = tuple(each for each in found if not each.is_ours)
    return PreparedMend(
        own=tuple(each for each in found if each.is_ours),
        others=tuple(each for each in others if each.age >= _OLD),
        young=tuple(each for each in others if each.age < _OLD),
    )


def carry_out(prepared: PreparedMend, agreed: tuple[LockFile, ...]) -> Mended:
    """Take out our own locks, and those of others that a person agreed to."""
    taken: list[LockFile] = []
    troubles: list[str] = []
    for lock in (*prepared.own, *(each for each in prepared.others if each in agreed)):
        try:
            taken += [lock] if take_out(lock) else []
        except Trouble as trouble:
            troubles.append(str(trouble))
    return Mended(taken=tuple(taken), troubles=tuple(troubles))
