"""What got worse for the bodies since they saw the draft: two saved versions of an inspection, compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reportkit.inspection.inspection import Inspection
from reportkit.moderation.worsened import Worse, worse
from reportkit.reading.files import Files
from reportkit.reading.inspection import read_inspection

FolderAt: TypeAlias = Callable[[str, str], Files]
"""Returns a folder's files as they were in a tree, given the folder's path and the tree's id."""


def worse_since(folder_at: FolderAt, sent: str, now: Inspection) -> tuple[Worse, ...]:
    """Return what got worse since the tree that was `sent`; nothing where this copy lacks that draft."""
    before = saved_inspection(folder_at, now.slug, sent)
    return worse(before, now) if before else ()


def saved_inspection(folder_at: FolderAt, slug: str, tree: str) -> Inspection | None:
    """Return an inspection as its tree holds it; None where this copy lacks the tree, or it cannot be read."""
    files = folder_at(f"inspections/{slug}", tree)
    return read_inspection(files, slug).inspection if files.under(f"inspections/{slug}") else None
