"""One version that puts folders in other places, takes them away or brings them back; the work tree follows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.checkout import Checkout, open_checkout
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.new_version import write_version
from reportkit.gitstore.retry import attempts
from reportkit.gitstore.tree import TreeEntry, graft
from reportkit.gitstore.update_work_tree import Advance, advance, mend

_ATTEMPTS = 20

Entries = Mapping[str, TreeEntry | None]
"""What stands at each path from now on, relative to the project's root; None: nothing."""


class Rearranged(Struct, frozen=True):
    """The new version; `afterwards` says why the work tree could not follow, "" where it did."""

    version: str
    afterwards: str = ""


def rearrange(root: Path, find_entries: Callable[[], Entries], message: str, left: Iterable[str] = ()) -> Rearranged:
    """Save a version with these entries, found while no other command saves. `left` are folders that it empties.

    Raises Refused where unsaved work is in the way, Trouble as `save` does; then nothing is saved.
    """
    checkout = open_checkout(root)
    for _ in attempts(_ATTEMPTS):
        with hold_lock(checkout):
            version, moved = _once(checkout, find_entries, message)
            if moved.done:
                for folder in left:
                    _remove_empty(root / folder)
                return Rearranged(version, moved.afterwards)
    raise Trouble("Others kept saving at the same moment", remedy="Nothing was saved; try again.")


def _once(checkout: Checkout, find_entries: Callable[[], Entries], message: str) -> tuple[str, Advance]:
    mend(checkout)
    old = checkout.tip()
    placed = {f"{checkout.inside}{path}": entry for path, entry in find_entries().items()}
    version = write_version(checkout.root, graft(checkout.root, old, placed), (old,), message)
    return version, advance(checkout, old, version, "rearrange")


def _remove_empty(folder: Path) -> None:
    """Remove a folder with the empty ones in it, which Git does not know; one with files stays."""
    for here, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            Path(here).rmdir()
