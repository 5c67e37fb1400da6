"""The time of an action by this computer's clock: a record from the future would keep everyone else waiting."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reportkit.actions.intent import Confirmation
from reportkit.actions.request import Request
from reportkit.workspace.clock import ENGLAND, Clock
from reportkit.workspace.workspace import Workspace

_HOUR: Final = 3600  # seconds
_DAY: Final = 24  # hours
_MANY: Final = 48  # hours that are counted in days
_APART: Final = 2 * _HOUR  # seconds by which two clocks that are right do not differ
_LONG: Final = 60 * _DAY * _HOUR  # seconds in which a working house saves something
_REMEDY: Final = "Set this computer’s clock right, then try again."
_UNATTENDED_REMEDY: Final = "Look which clock is wrong and set that one right; if this one is right: --clock-is-right."


def clock_confirmation(workspace: Workspace, request: Request, now: Clock) -> Confirmation | None:
    """Return the question whether this computer's clock is right, where another clock or a long silence speaks against.

    Others cannot act before a day that is recorded, and letters count from theirs. None in a demonstration that was
    told another day, and where a person vouches for the clock.
    """
    if request.today is not None or request.clock_is_right:
        return None
    shared = _shared_time(workspace)
    if shared is not None:
        return _against_shared(shared, now)
    newest = workspace.newest_version_time()
    return None if newest is None else _after_silence(newest, now)


def _against_shared(shared: int, now: Clock) -> Confirmation | None:
    apart = abs(now.seconds - shared)
    if apart < _APART:
        return None
    ahead = "ahead of" if now.seconds > shared else "behind"
    what = f"this computer’s clock is {_in_words(apart)} {ahead} that of the shared place"
    times = f"It is {_moment(now.seconds)} here, and {_moment(shared)} there"
    return _question(f"{times}: {what}.", what)


def _after_silence(newest: int, now: Clock) -> Confirmation | None:
    if now.seconds - newest < _LONG:
        return None
    before = dt.datetime.fromtimestamp(max(newest, 0), ENGLAND).date()
    what = f"nothing was saved here since {before}, and by this computer’s clock today is {now.today}"
    return _question(f"N{what[1:]}.", what)


def _question(shown: str, what: str) -> Confirmation:
    return Confirmation(
        shown, "Is this computer’s clock right?", _REMEDY, unattended=what, unattended_remedy=_UNATTENDED_REMEDY
    )


def _moment(seconds: int) -> str:
    return f"{dt.datetime.fromtimestamp(max(seconds, 0), ENGLAND):%Y-%m-%d %H:%M}"


def _in_words(seconds: int) -> str:
    hours = seconds // _HOUR
    return f"{hours // _DAY} days" if hours >= _MANY else f"{hours} hours"


def _shared_time(workspace: Workspace) -> int | None:
    """Return the time by the shared place's own clock, in seconds since 1970. None where that cannot be read."""
    from reportkit.gitstore.shared_clock import shared_seconds

    return None if workspace.is_offline or not workspace.is_shared else shared_seconds(workspace.root)
