"""Take away an inspection without a record; its versions stay in the history."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.unrecorded import refuse_recorded, refuse_unsaved_content
from reportkit.gitstore.rearrange import Entries, Rearranged, rearrange
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


class RemoveRequest(Struct, frozen=True, kw_only=True):
    """The inspection to take away."""

    inspection: str


def prepare(workspace: Workspace, request: RemoveRequest) -> RemoveRequest:
    """Return the request as it can be carried out. Raises Refused for a record or unsaved changes."""
    slug = workspace.inspection(request.inspection)
    refuse_recorded(workspace, slug, "What is on record stays.")
    refuse_unsaved_content(workspace, slug)
    return RemoveRequest(inspection=slug)


def carry_out(workspace: Workspace, prepared: RemoveRequest) -> Rearranged:
    """Save a version without the folder and its casework. Raises Refused or Trouble."""
    slug = prepared.inspection

    def find_entries() -> Entries:
        refuse_recorded(workspace, slug, "")
        (casework,) = workspace.trees(f"moderation/{slug}")
        return {f"{INSPECTIONS}/{slug}": None} | ({f"moderation/{slug}": None} if casework else {})

    left = (f"{INSPECTIONS}/{slug}", f"moderation/{slug}")
    return rearrange(workspace.root, find_entries, f"{slug}: remove it", left)
