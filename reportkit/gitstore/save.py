"""Save one inspection's folder, and its casework, as one version, and leave everything else exactly as it was.

Files become blobs and a tree in an index of our own; the tree is spliced into the newest version's;
the new version is put on the branch by compare-and-swap. That swap is the act: before it nothing is
saved, after it everything is. Then the folder's own entries in the user's index follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.casework_file import find_casework
from reportkit.gitstore.checkout import Checkout, open_checkout, refuse_conflicts, wait_for_others
from reportkit.gitstore.folder_tree import LeftOut, snapshot
from reportkit.gitstore.git_errors import trouble
from reportkit.gitstore.git_program import run
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.new_version import swap, write_version
from reportkit.gitstore.read_back import Written
from reportkit.gitstore.retry import attempts
from reportkit.gitstore.tree import FOLDER, TreeEntry, graft
from reportkit.gitstore.update_work_tree import mend
from reportkit.inspection.file_changes import FileChange, in_words

_ATTEMPTS = 20
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class Saved(Struct, frozen=True):
    """The result of a save: the new version (None where nothing had changed), what is in it, what was left out.

    `signed` is what changed in the inspection, `beside` in its casework, which is not signed. `afterwards` says what
    is still to be mended after the version was safely saved; the next save mends it.
    """

    version: str | None
    signed: tuple[FileChange, ...]
    beside: tuple[FileChange, ...]
    left_out: tuple[LeftOut, ...]
    afterwards: str = ""

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """Everything that changed."""
        return (*self.signed, *self.beside)


def look(root: Path, slug: str) -> Saved:
    """Return what `save` would save now. Nothing but unnamed blobs is written."""
    folder, tip = _folder(slug), open_checkout(root).tip()
    seen, casework = snapshot(root, folder, tip), find_casework(root, slug, tip)
    return Saved(None, seen.changes, casework.changes, seen.left_out)


def save(root: Path, slug: str, message: str = "") -> Saved:
    """Save the inspection's folder and its casework as one new version on the current branch.

    `root` is the project's root, `slug` the inspection's name, `message` what changed in the
    inspector's words (by default the changes are counted). Author and committer come from Git's
    settings, and the version is signed where these ask for it. Safe to repeat: where nothing
    changed, no version is made. Raises Trouble or Refused, with nothing saved.
    """
    folder = _folder(slug)
    checkout = open_checkout(root)
    with hold_lock(checkout):
        mend(checkout)
        wait_for_others(checkout)
        for path in (folder, f"moderation/{slug}"):
            refuse_conflicts(checkout, path)
        return _save(checkout, slug, message)


def _save(checkout: Checkout, slug: str, message: str) -> Saved:
    root, folder = checkout.root, _folder(slug)
    for _ in attempts(_ATTEMPTS):
        parent = checkout.tip()
        seen, casework = snapshot(root, folder, parent), find_casework(root, slug, parent)
        if seen.tree == seen.before and not casework.changes:
            return Saved(None, (), (), seen.left_out, _follow(checkout, folder, casework.path))
        entries = {folder: TreeEntry(FOLDER, seen.tree)} | ({casework.path: casework.now} if casework.changes else {})
        version = _write(
            checkout, parent, entries, message.strip() or f"{slug}: {in_words((*seen.changes, *casework.changes))}"
        )
        if swap(checkout, version, parent, "save"):
            return Saved(
                version, seen.changes, casework.changes, seen.left_out, _follow(checkout, folder, casework.path)
            )
    raise Trouble("Others kept saving at the same moment", remedy="Nothing was saved; try again.")


def _folder(slug: str) -> str:
    """Return the inspection's folder. A name that could lead out of `inspections` names none."""
    if not _ID.fullmatch(slug):
        raise Refused(f"There is no inspection `{slug}`", remedy="Its folder's name, under inspections/, is meant.")
    return f"inspections/{slug}"


def _write(checkout: Checkout, parent: str, entries: Mapping[str, TreeEntry | None], message: str) -> Written:
    """Return a version like its parent with these entries, whose paths are relative to the project's root."""
    placed = {f"{checkout.inside}{path}": entry for path, entry in entries.items()}
    return write_version(checkout.root, graft(checkout.root, parent, placed), (parent,), message)


def _follow(checkout: Checkout, *paths: str) -> str:
    """Let the paths' own entries in the user's index follow the branch. Returns what stood in the way, or ""."""
    try:
        for _ in range(_ATTEMPTS):
            wait_for_others(checkout)
            finished = run(checkout.root, "reset", "--quiet", "--", *paths)
            if "index.lock" not in finished.said:  # another saver was quicker
                break
    except Trouble as obstacle:
        return str(obstacle)
    return str(trouble("reset", finished.said, checkout.root)) if finished.code else ""
