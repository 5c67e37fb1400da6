"""Sharing around an act: what others did comes in before it, and it is handed on after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import click

from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import ReportkitError
from reportkit.gitstore.remote import begin_reached, has_shared_place
from reportkit.workspace.clock import ENGLAND
from reportkit.workspace.workspace import Workspace

_SHARED = f"{__name__}.shared"
_JUST_NOW: Final = dt.timedelta(minutes=5)
NOT_SHARED = "Recorded here, not yet shared"


def bring_in(workspace: Workspace, manner: Manner) -> str:
    """Bring in what others shared. Returns why that could not be, or ""; an act can do without."""
    if not _shares(workspace, manner):
        return ""
    try:
        bring_in_or_raise(workspace)
    except ReportkitError as obstacle:
        return str(obstacle)
    return ""


def bring_in_or_raise(workspace: Workspace) -> None:
    """Bring in what others shared, and tell what somebody should look at. Raises Refused or Trouble as sharing does."""
    from reportkit.cli.output.sharing_output import tell_what_to_look_at
    from reportkit.cli.progress_line import shown_progress
    from reportkit.gitstore.sharing import sync

    with shown_progress() as progress:
        synced = sync(workspace.root, progress)
    tell_what_to_look_at(synced)


def look_out(workspace: Workspace, manner: Manner) -> str:
    """Learn what the shared place has; nothing comes in or goes out. Returns why that could not be, or ""."""
    if not _shares(workspace, manner):
        return ""
    from reportkit.cli.progress_line import shown_progress
    from reportkit.gitstore.sharing import reach

    try:
        with shown_progress() as progress:
            reach(workspace.root, progress)
    except ReportkitError as obstacle:
        return str(obstacle)
    return ""


def hand_on(workspace: Workspace, manner: Manner, obstacle: str) -> None:
    """Share what was recorded, and say where it is. `obstacle` says why that could not be tried, or is ""."""
    if manner.dry_run or not workspace.is_shared:
        return
    if manner.offline or obstacle:
        say(f"{NOT_SHARED}. {obstacle or '`reportkit sync` shares it.'}", err=True)
        return
    from reportkit.cli.output.sharing_output import Attempt

    Attempt.after_bringing_in(workspace.root).finish()


def ask_how_old(workspace: Workspace) -> Callable[[], dt.datetime | None]:
    """Ask when this copy last learned what others shared, which Git finds out while the caller goes on.

    What is returned waits for it: the moment in UTC, None where the copy is not shared or nobody can tell.
    """
    return begin_reached(workspace.root)


def tell_how_old(reached: dt.datetime | None) -> None:
    """Say on stderr when this copy last learned what others shared, unless it was just now."""
    if reached is None or dt.datetime.now(dt.UTC) - reached < _JUST_NOW:
        return
    when = reached.astimezone(ENGLAND)
    say(
        f"What others shared was last brought in on {when:%Y-%m-%d} at {when:%H:%M}: `reportkit sync` does it again.",
        err=True,
    )


def _shares(workspace: Workspace, manner: Manner) -> bool:
    return not (manner.offline or manner.dry_run) and workspace.is_shared


def can_share(workspace: Workspace) -> bool:
    """Whether what is saved can be shared; asked of Git once in a command."""
    known = click.get_current_context().meta
    if _SHARED not in known:
        known[_SHARED] = has_shared_place(workspace.root)
    return bool(known[_SHARED])
