"""Days counted from another: so many calendar months after it, or a span of days and weeks.

A date in a file may be mistyped, such as 9999-12-31. What would lie beyond the calendar is its last day, or
its first.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

_YEAR = 12


def months_after(day: dt.date, number: int) -> dt.date:
    """Return the same day of the month, `number` months later, or that month's last day.

    31 August and six months is in February.
    """
    years, month = divmod(day.month - 1 + number, _YEAR)
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return _beyond(forwards=number > 0)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def span_after(day: dt.date, span: dt.timedelta) -> dt.date:
    """Return the day a span of days after another, or before it where the span is negative."""
    try:
        return day + span
    except OverflowError:
        return _beyond(forwards=span > dt.timedelta())


def _beyond(*, forwards: bool) -> dt.date:
    return dt.date.max if forwards else dt.date.min
