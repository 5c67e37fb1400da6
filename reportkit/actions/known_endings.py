"""The keys and roles that were ended, for commands that read the folder and may run where there is no Git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.cli.session import Session
from reportkit.errors import ReportkitError

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.moderation.endings import Ending


def known_endings(session: Session) -> tuple[Ending, ...]:
    """Return the endings in the saved history; () where there is no history that can be read."""
    from reportkit.workspace.stores import endings_of  # mostly nothing was ended

    try:
        return endings_of(session)()
    except ReportkitError:
        return ()
