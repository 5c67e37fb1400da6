"""An inspection read, or every reason why it cannot be."""

from __future__ import annotations

from reportkit.errors import Unreadable
from reportkit.inspection.inspection import Inspection
from reportkit.reading.files import Files
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.workspace.workspace import Workspace


def load(files: Files, slug: str) -> Inspection:
    """Return the inspection of this name. Raises Unreadable with all problems of all its files at once."""
    reading = read_inspection(files, slug)
    if reading.inspection is None or reading.problems:
        raise Unreadable("The inspection cannot be read", reading.problems, where=f"inspections/{slug}")
    return reading.inspection


def load_here(workspace: Workspace, given: str | None) -> Inspection:
    """Return the inspection that is named, or whose folder was the start, as it is on the disk.

    Raises WrongUse where none is meant, Unreadable where it cannot be read.
    """
    return load(FolderFiles(workspace.root), workspace.inspection(given))
