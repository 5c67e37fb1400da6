"""What an earlier command was stopped in, finished before the next one looks."""

from __future__ import annotations

from pathlib import Path

from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.update_work_tree import mend


def finish(root: Path) -> None:
    """Let files follow what is recorded already. Raises Refused or Trouble where they cannot."""
    checkout = open_checkout(root)
    with hold_lock(checkout):
        mend(checkout)
