"""Sharing around an action: others' work comes in before it, and what it recorded is shared after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from reportkit.errors import ReportkitError, Trouble
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.remote import RemoteState, as_last_seen, begin_reached
from reportkit.gitstore.resume import finish
from reportkit.gitstore.sharing import Synced, reach, share, sync
from reportkit.inspection.combined import Combined
from reportkit.workspace.workspace import Workspace


class Sharing(Struct, frozen=True):
    """The outcome of sharing: what came in and went out, or why it was not tried ("": it was, or need not be)."""

    synced: Synced | None = None
    obstacle: str = ""


class Asked(Struct, frozen=True):
    """The contents of the shared place, or why it could not be asked."""

    state: RemoteState | None = None
    obstacle: str = ""


def by_meaning(path: str, base: bytes | None, ours: bytes, theirs: bytes) -> Combined | None:
    """Bring together a file that two people changed, as its kind is to be understood."""
    from reportkit.files.combine.combine_files import combine_files  # many modules, for what is rare

    return combine_files(path, base, ours, theirs)


def bring_in(workspace: Workspace, progress: TellProgress | None = None) -> Sharing:
    """Bring in what others shared, where there is a shared place and it can be reached."""
    if not workspace.is_shared:
        return Sharing()
    try:
        return Sharing(_synced(workspace, progress))
    except ReportkitError as obstacle:
        return Sharing(obstacle=str(obstacle))


def bring_in_or_stop(workspace: Workspace, progress: TellProgress | None = None) -> Sharing:
    """Bring in what others shared. Raises Trouble where the shared place cannot be reached.

    What an earlier command was stopped in is finished where nothing is shared.
    """
    if not workspace.is_shared:
        finish(workspace.root)
        return Sharing()
    try:
        return Sharing(_synced(workspace, progress))
    except ReportkitError as obstacle:
        what = f"Nothing was issued, because others may have been quicker: {obstacle.what}"
        raise Trouble(what, where=obstacle.where, remedy=obstacle.remedy) from obstacle


def _synced(workspace: Workspace, progress: TellProgress | None) -> Synced:
    synced = sync(workspace.root, progress, by_meaning)
    workspace.refresh()
    return synced


def look_out(workspace: Workspace, progress: TellProgress | None = None) -> Sharing:
    """Learn what the shared place has. Nothing comes in or goes out."""
    return Sharing(obstacle=ask_shared_place(workspace, progress).obstacle) if workspace.is_shared else Sharing()


def ask_shared_place(workspace: Workspace, progress: TellProgress | None = None) -> Asked:
    """Ask the shared place what is new. Nothing here moves yet."""
    try:
        return Asked(reach(workspace.root, progress))
    except ReportkitError as obstacle:
        return Asked(obstacle=str(obstacle))


def share_recorded(workspace: Workspace, progress: TellProgress | None = None) -> Sharing:
    """Share what was recorded, where others' work was brought in just before: the shared place is not asked again."""
    return share_with(workspace, Asked(as_last_seen(workspace.root)), progress)


def share_with(workspace: Workspace, asked: Asked, progress: TellProgress | None = None) -> Sharing:
    """Bring in what the shared place was found to hold, and share what is here."""
    if asked.state is None:
        return Sharing(obstacle=asked.obstacle)
    try:
        return Sharing(share(workspace.root, asked.state, progress, by_meaning))
    except ReportkitError as obstacle:
        return Sharing(obstacle=str(obstacle))


def ask_last_reached(workspace: Workspace) -> Callable[[], dt.datetime | None]:
    """Ask when this copy last learned what others shared, which Git finds out while the caller goes on.

    What is returned waits for it: the moment in UTC, None where the copy is not shared or it is not known.
    """
    return begin_reached(workspace.root)
