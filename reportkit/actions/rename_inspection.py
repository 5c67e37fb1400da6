"""Give an inspection without a record another name."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.inspection_name import refuse_name
from reportkit.actions.unrecorded import refuse_recorded, refuse_unsaved_content
from reportkit.errors import Refused
from reportkit.gitstore.rearrange import Entries, Rearranged, rearrange
from reportkit.gitstore.tree import FOLDER, TreeEntry
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


class RenameRequest(Struct, frozen=True, kw_only=True):
    """The inspection's name, and the one that it shall have."""

    inspection: str
    name: str


def prepare(workspace: Workspace, request: RenameRequest) -> RenameRequest:
    """Return the request as it can be carried out.

    Raises Refused for an inspection with a record or unsaved changes, or where the name is taken; WrongUse for a name
    that cannot be.
    """
    slug = workspace.inspection(request.inspection)
    refuse_recorded(workspace, slug, "It may have another title: `title:` in its inspection.yaml.")
    refuse_name(workspace, request.name)
    refuse_unsaved_content(workspace, slug)
    return RenameRequest(inspection=slug, name=request.name)


def carry_out(workspace: Workspace, prepared: RenameRequest) -> Rearranged:
    """Save a version with the folder and its casework under the other name. Raises Refused or Trouble."""

    def find_entries() -> Entries:
        refuse_recorded(workspace, prepared.inspection, "")
        return _entries(workspace, prepared)

    message = f"{prepared.inspection}: rename to {prepared.name}"
    return rearrange(workspace.root, find_entries, message, (f"{INSPECTIONS}/{prepared.inspection}",))


def _entries(workspace: Workspace, prepared: RenameRequest) -> Entries:
    old, new = prepared.inspection, prepared.name
    content, casework, *taken = workspace.trees(
        *(f"{INSPECTIONS}/{old}", f"moderation/{old}", f"{INSPECTIONS}/{new}", f"moderation/{new}")
    )
    if any(taken) or content is None:
        raise Refused("The inspections changed meanwhile", remedy="Look at `reportkit status`, then repeat this.")
    found: dict[str, TreeEntry | None] = {f"{INSPECTIONS}/{old}": None}
    found[f"{INSPECTIONS}/{new}"] = TreeEntry(FOLDER, content)
    if casework:
        found |= {f"moderation/{old}": None, f"moderation/{new}": TreeEntry(FOLDER, casework)}
    return found
