"""Other inspections with the same stars, as they are saved: what a moderator holds a rating beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from reportkit.gitstore.all_records import AllRecords
from reportkit.inspection.inspection import Inspection
from reportkit.reading.files import Files
from reportkit.reading.inspection import particulars_of, read_inspection
from reportkit.rules.moderators import Other, other_of
from reportkit.workspace.workspace import Workspace

MOST: Final = 12
"""How many are shown: those that were on site last."""

_LONG_AGO = dt.date(1, 1, 1)


def others_like(workspace: Workspace, inspection: Inspection) -> tuple[Other, ...]:
    """Return the other saved inspections whose first judgement has the same rating, the latest first.

    Of each no more is read than its particulars; of those that are shown, findings, drivers and barriers.
    """
    there = workspace.all_records
    files = workspace.saved
    alike = sorted(_alike(there, inspection), key=lambda found: found[0], reverse=True)[:MOST]
    read = ((name, read_inspection(_Light(files), name).inspection) for _, name in alike)
    return tuple(other_of(other, _far(there, name)) for name, other in read if other)


def _alike(there: AllRecords, inspection: Inspection) -> Iterator[tuple[dt.date, str]]:
    """Yield when each was on site, and its name. What does not hold the rating's word is not parsed."""
    rating = inspection.particulars.judgements.service.rating
    for name, data in there.particulars().items() if rating else ():
        if name == inspection.slug or str(rating).encode() not in data:
            continue
        found = particulars_of(name, data)
        if found and found.judgements.service.rating == rating:
            yield found.dates.on_site_to or found.dates.on_site_from or _LONG_AGO, name


def _far(there: AllRecords, name: str) -> str:
    events = there.events(name)
    if "decision" in events:
        return "decided"
    return "in moderation" if "submitted" in events else "not in moderation yet"


class _Light:
    """Of an inspection's files, those that are compared."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def under(self, folder: str) -> tuple[str, ...]:
        """Return the files below a folder that are findings, particulars, drivers and barriers."""
        return tuple(path for path in self._files.under(folder) if _is_compared(path))

    def read(self, path: str) -> bytes:
        """Return the file's bytes."""
        return self._files.read(path)


def _is_compared(path: str) -> bool:
    return "/findings/" in path or path.endswith(("/inspection.yaml", "/drivers-and-barriers.yaml"))
