"""The locks that Git programs hold, in a copy and in a shared folder, or left behind when they were stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.git_program import run
from reportkit.gitstore.lock import is_held
from reportkit.gitstore.lock_holder import Holder, stopped_holders
from reportkit.gitstore.lock_words import age_of, in_words, owner_of
from reportkit.gitstore.remote import shared_place

_SETTLED = 60  # seconds after which a lock is not one that a Git program holds for a moment
_OBJECTS = "objects"


class LockFile(Struct, frozen=True, kw_only=True):
    """One lock. `age` is in seconds, `owner` "" where it is not known; `number` tells it from a later one of its name.

    `is_shared` says that it is in the shared folder, `is_ours` that a reportkit on this computer left it, whose
    process is gone.
    """

    path: Path
    age: int
    owner: str
    number: int
    is_shared: bool
    is_ours: bool

    def __str__(self) -> str:
        whose = ", left by a reportkit that was stopped" if self.is_ours else ""
        where = "in the shared folder, " if self.is_shared else ""
        owner = f", belongs to {self.owner}" if self.owner else ""
        return f"The lock {self.path} ({where}there for {in_words(self.age)}{owner}{whose})"


def find_locks(root: Path) -> tuple[LockFile, ...]:
    """Return every lock that is older than a minute, those of this copy first, each group by path."""
    own = _git_folders(root)
    gone = _gone(own[0]) if own else ()
    here = [_lock(path, gone) for folder in own for path in _paths(folder)]
    there = [_lock(path, (), is_shared=True) for folder in _shared_folder(root) for path in _paths(folder)]
    found = {each.path: each for each in (*there, *here) if each is not None and each.age >= _SETTLED}
    return tuple(sorted(found.values(), key=lambda each: (each.is_shared, each.path)))


def take_out(lock: LockFile) -> bool:
    """Delete a lock, unless it is another by now. Returns whether it is gone. Raises Trouble where that may not be."""
    try:
        if lock.path.stat().st_ino == lock.number:
            lock.path.unlink()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise Trouble(
            f"The lock could not be taken out: {error.strerror}",
            where=str(lock.path),
            remedy=f"Ask {lock.owner or 'whose file it is'}, or your technical administrator, to delete that file.",
        ) from error
    return not lock.path.exists()


def _git_folders(root: Path) -> tuple[Path, ...]:
    """Return the folder of the work tree's own HEAD and index, and the one that all work trees share."""
    found = run(root, "rev-parse", "--absolute-git-dir", "--git-common-dir")
    names = os.fsdecode(found.output).splitlines() if not found.code else []
    return tuple(dict.fromkeys((root / name).resolve() for name in names))


def _shared_folder(root: Path) -> Iterator[Path]:
    with suppress(Trouble):  # a copy in which something is half-done
        place = shared_place(open_checkout(root))
        folder = Path(place.url.removeprefix("file://")) if place else None
        if folder and folder.is_dir():
            inner = folder / ".git"
            yield inner if inner.is_dir() else folder


def _paths(git_folder: Path) -> Iterator[Path]:
    """Yield the locks below a Git folder. Among objects there are only those of their lists."""
    for here, folders, names in os.walk(git_folder):
        if Path(here).name == _OBJECTS:
            folders[:] = [name for name in folders if name in ("info", "pack")]
        yield from (Path(here) / name for name in names if name.endswith(".lock") or name == "gc.pid")


def _gone(git_folder: Path) -> tuple[Holder, ...]:
    """Return which reportkits failed or were stopped here while they saved or shared; none while one is at it."""
    return () if is_held(git_folder) else stopped_holders(git_folder)


def _lock(path: Path, gone: tuple[Holder, ...], *, is_shared: bool = False) -> LockFile | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return LockFile(
        path=path,
        age=age_of(path) or 0,
        owner=owner_of(path),
        number=facts.st_ino,
        is_shared=is_shared,
        is_ours=any(each.may_have_left(facts) for each in gone),
    )
