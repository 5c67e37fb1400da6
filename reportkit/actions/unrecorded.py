"""What is asked of an inspection before its folder moves: that nothing of it is recorded, or not saved."""

from __future__ import annotations

from reportkit.actions.recorded_names import recorded_names
from reportkit.errors import Refused
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


def refuse_recorded(workspace: Workspace, slug: str, remedy: str) -> None:
    """Raise Refused for an inspection with a record: it keeps its name and its folder for good."""
    if slug in recorded_names(workspace):
        raise Refused(f"{slug} has a record, and so keeps its folder and its name for good", remedy=remedy)


def refuse_unsaved_content(workspace: Workspace, slug: str) -> None:
    """Raise Refused for an inspection that is not saved as it is in the folder."""
    if workspace.trees(f"{INSPECTIONS}/{slug}") == (None,):
        raise Refused(f"{slug} was never saved", remedy=f"Save it first: `reportkit save {slug}`.")
    with workspace.store.unsaved(slug) as unsaved:
        names = unsaved()
    if names:
        what = f"{slug} has unsaved changes: {', '.join(names)}"
        raise Refused(what, remedy=f"Save them first: `reportkit save {slug}`.")
