"""The day of an action by this computer's clock: a record from the future would keep everyone else waiting."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reportkit.actions.intent import Confirmation
from reportkit.actions.request import Request
from reportkit.workspace.clock import ENGLAND, Clock
from reportkit.workspace.workspace import Workspace

_LONG: Final = 30 * 24 * 3600  # seconds in which a working house saves something


def clock_confirmation(workspace: Workspace, request: Request, now: Clock) -> Confirmation | None:
    """Return the question whether today is right, where nothing was saved for long by this clock.

    Others cannot act before a day that is recorded, and letters count from theirs. None in a demonstration that was
    told another day.
    """
    newest = workspace.newest_version_time() if request.today is None else None
    if newest is None or now.seconds - newest < _LONG:
        return None
    before = dt.datetime.fromtimestamp(max(newest, 0), ENGLAND).date()
    shown = f"Nothing was saved here since {before}, and by this computer’s clock today is {now.today}."
    return Confirmation(shown, "Is that right?", "Set this computer’s clock right, then try again.")
