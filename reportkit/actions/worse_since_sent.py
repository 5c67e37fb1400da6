"""What got worse for the bodies since they saw the draft: two saved versions of an inspection, read and compared."""

from __future__ import annotations

from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.version_files import FormerFolder
from reportkit.inspection.inspection import Inspection
from reportkit.moderation.worsened import Worse, worse
from reportkit.reading.inspection import read_inspection


def worse_since(reader: ObjectReader, sent: str, now: Inspection) -> tuple[Worse, ...]:
    """What got worse since the tree that was `sent`; nothing where that draft is not in this copy."""
    before = saved_inspection(reader, now.slug, sent)
    return worse(before, now) if before else ()


def saved_inspection(reader: ObjectReader, slug: str, tree: str) -> Inspection | None:
    """An inspection as its folder's tree holds it; None where this copy lacks the tree, or it cannot be read."""
    files = FormerFolder(reader, f"inspections/{slug}", tree)
    return read_inspection(files, slug).inspection if files.under(f"inspections/{slug}") else None
