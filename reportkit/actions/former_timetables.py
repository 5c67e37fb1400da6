"""The timetables of an inspection's earlier versions, for what calendars have of them."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.known_endings import known_endings
from reportkit.actions.load import load
from reportkit.actions.milestones_reached import reached
from reportkit.errors import ReportkitError
from reportkit.reading.casework import casework_path
from reportkit.reading.files import Files
from reportkit.timetable.timetable import Timetable, timetable
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


def timetable_of(workspace: Workspace, files: Files, name: str) -> Timetable:
    """Return an inspection's timetable as some files have it. Raises Unreadable where it cannot be read."""
    found = load(files, name)
    known = reached(files, found, lambda: known_endings(workspace))
    return timetable(found, known.milestones, known.ledger)


def former_timetables(workspace: Workspace, name: str) -> Iterator[Timetable]:
    """Yield the timetables of the versions in which its dates changed, the newest first; none where there is no Git."""
    from reportkit.gitstore.version_history import versions_of  # only a calendar needs the history

    folder = f"{INSPECTIONS}/{name}"
    try:
        versions = versions_of(workspace.root, (folder, casework_path(name), f"moderation/{name}/records"))
    except ReportkitError:
        return
    for version in versions:
        try:
            yield timetable_of(workspace, workspace.saved_at(version), name)
        except ReportkitError:  # it was not there yet, or could not be read; then no calendar was made of it
            continue
