"""The one clock: the time in UTC, and the day in England. A demonstration may be told another day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec import Struct

from reportkit.errors import Refused

ENGLAND = ZoneInfo("Europe/London")


class Clock(Struct, frozen=True):
    """One moment: all of a command happens at it. `now` is in UTC, in whole seconds."""

    now: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day in England."""
        return self.now.astimezone(ENGLAND).date()

    @property
    def seconds(self) -> int:
        """Seconds since the beginning of 1970, as records tell the time."""
        return int(self.now.timestamp())


def clock(today: dt.date | None, *, demonstration: bool) -> Clock:
    """Return the clock of this run.

    `today` is what `--today` gave: it is believed in a demonstration, refused elsewhere.
    """
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    if today is None:
        return Clock(now)
    if not demonstration:
        raise Refused(
            "This repository is no demonstration, so its records are of the day on which they are made",
            remedy="Leave --today out.",
        )
    there = dt.datetime.combine(today, now.astimezone(ENGLAND).time(), ENGLAND)
    return Clock(there.astimezone(dt.UTC))
