"""The keys and roles that were ended, for commands that read the folder and may run where there is no Git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.errors import ReportkitError
from reportkit.workspace.workspace import Workspace

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.moderation.endings import Ending


def known_endings(workspace: Workspace) -> tuple[Ending, ...]:
    """Return the endings in the saved history; () where there is no history that can be read."""
    try:
        return workspace.find_endings()
    except ReportkitError:
        return ()
