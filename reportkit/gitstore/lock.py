"""The lock of a work tree: one command saves or shares at a time, and the others wait.

The system releases the lock when its holder ends, however it ends, so none is ever left behind. Who holds it is noted
beside it. The note of a command that failed or was stopped stays: the Git programs that it had started may have left
locks of their own behind. Raises Trouble where two work trees are on one branch.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reportkit.errors import Trouble
from reportkit.gitstore.checkout import Checkout
from reportkit.gitstore.lock_holder import current_holder, forget_holder, note_holder
from reportkit.gitstore.worktrees import refuse_shared_branch

_PATIENCE = 20.0  # seconds; a turn lasts tenths of one
_NAME = "reportkit-turn"


def _locking() -> Callable[[IO[bytes]], None]:
    """Return what takes a file's lock and raises OSError where another program has it."""
    if sys.platform == "win32":
        import msvcrt  # Windows only

        return lambda file: msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    import fcntl  # everywhere else

    return lambda file: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold_lock(checkout: Checkout) -> Iterator[None]:
    """Hold the work tree's turn. Raises Trouble where another program keeps it, or the branch is not its own."""
    refuse_shared_branch(checkout)
    try:
        file = (checkout.git_folder / _NAME).open("ab")
    except OSError as error:
        raise Trouble(
            f"Git may not write in {checkout.git_folder} ({error.strerror})",
            remedy="Ask for the right to change that folder, or work in one of your own.",
        ) from None
    with file:
        _wait_for(file, checkout.git_folder)
        note_holder(checkout.git_folder)
        yield
        forget_holder(checkout.git_folder)


def is_held(git_folder: Path) -> bool:
    """Return whether a reportkit holds the lock at this moment."""
    try:
        with (git_folder / _NAME).open("ab") as file:
            _locking()(file)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:  # a disk that knows no locks
        return False
    return False


def _wait_for(file: IO[bytes], git_folder: Path) -> None:
    lock = _locking()
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return lock(file)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > until:
                raise _held(git_folder) from None
            time.sleep(0.02)
        except OSError:  # a disk that knows no locks: Git's own still guard the branch
            return None


def _held(git_folder: Path) -> Trouble:
    holder = current_holder(git_folder)
    return Trouble(
        f"Another reportkit is saving or sharing here{f': {holder}' if holder else ''}",
        where=str(git_folder / _NAME),
        remedy="Wait for it to end, then try again.",
    )
