"""Bring in what others shared, and share what was saved here."""

from __future__ import annotations

from msgspec import Struct

from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.remote import name_shared_place, state
from reportkit.gitstore.sharing import Synced, sync
from reportkit.workspace.sharing import by_meaning
from reportkit.workspace.workspace import Workspace


class SyncRequest(Struct, frozen=True, kw_only=True):
    """A folder or address where this copy is shared from now on; None where it is shared already."""

    place: str | None = None


class PreparedSync(Struct, frozen=True, kw_only=True):
    """The place to be named first: a folder's whole path or an address; None where none was given."""

    place: str | None


class SyncOutcome(Struct, frozen=True, kw_only=True):
    """The versions that came in and went out, and the address that the others join ("": no place was named)."""

    synced: Synced
    address: str = ""


def prepare(workspace: Workspace, request: SyncRequest) -> PreparedSync:
    """Work out where to share. A folder is meant as seen from where the person is."""
    if request.place is None or not _is_folder(workspace, request.place):
        return PreparedSync(place=request.place)
    return PreparedSync(place=str(workspace.start / request.place))


def carry_out(workspace: Workspace, prepared: PreparedSync, progress: TellProgress | None = None) -> SyncOutcome:
    """Name the place where one was given, and bring both copies to the same. Raises Refused or Trouble."""
    if prepared.place is None:
        return SyncOutcome(synced=sync(workspace.root, progress, by_meaning))
    name_shared_place(workspace.root, prepared.place)
    return SyncOutcome(synced=sync(workspace.root, progress, by_meaning), address=state(workspace.root).place)


def _is_folder(workspace: Workspace, place: str) -> bool:
    """Return whether the place is a folder, there already or to be made."""
    return ":" not in place or (workspace.start / place).exists()
