"""Calendar months: the day that many months after another, and the last of a shorter month where there is none."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

_YEAR = 12


def months_after(day: dt.date, number: int) -> dt.date:
    """The same day of the month, `number` months later, or that month's last day: 31 August and six is in February."""
    years, month = divmod(day.month - 1 + number, _YEAR)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
