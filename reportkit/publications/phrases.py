"""How the report says kinds, ratings, dates and sums in words."""

from __future__ import annotations

import datetime as dt
from typing import overload

from reportkit.wording.escape import said


@overload
def day(date: dt.date) -> str: ...
@overload
def day(date: None) -> None: ...
@overload
def day(date: dt.date | None) -> str | None: ...
def day(date: dt.date | None) -> str | None:
    """Return a day in words: 19 April 2004."""
    return None if date is None else said(date)


def span(first: dt.date | None, last: dt.date | None) -> str | None:
    """Days from one to another: 3 to 14 November 2003; one day alone where there is one."""
    if first is None or last is None or first == last:
        return day(first or last)
    if first.year != last.year:
        return f"{said(first)} to {said(last)}"
    start = str(first.day) if first.month == last.month else str(said(first)).removesuffix(f" {first.year}")
    return f"{start} to {said(last)}"
