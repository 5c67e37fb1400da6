"""An inspection read, or every reason why it cannot be."""

from __future__ import annotations

from reportkit.errors import Unreadable
from reportkit.inspection.inspection import Inspection
from reportkit.reading.files import Files
from reportkit.reading.inspection import read_inspection


def load(files: Files, slug: str) -> Inspection:
    """The inspection named `slug`. Raises Unreadable with all problems of all its files at once."""
    reading = read_inspection(files, slug)
    if reading.inspection is None or reading.problems:
        raise Unreadable("The inspection cannot be read", reading.problems, where=f"inspections/{slug}")
    return reading.inspection
