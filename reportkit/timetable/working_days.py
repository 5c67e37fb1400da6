"""Working days of England: Monday to Friday, without the bank holidays of England and Wales.

The days off are known from 1872 to 2100, those that a proclamation moved or added (the jubilee of 2002 among them)
up to the version of the library that knows them. A day outside those years is refused.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from reportkit.errors import Refused

FIRST_YEAR = 1872
LAST_YEAR = 2100
_SATURDAY = 5
_WEEK = 7
_DAY = dt.timedelta(days=1)


def is_known(day: dt.date) -> bool:
    """Return whether the bank holidays of this day's year are known."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def is_working_day(day: dt.date) -> bool:
    """Return whether people work on this day. Raises Refused outside the years whose holidays are known."""
    return day.weekday() < _SATURDAY and day not in _days_off(day.year)


def this_or_next_working_day(day: dt.date) -> dt.date:
    """Return the day itself where it is a working day, or the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def next_working_day(day: dt.date) -> dt.date:
    """Return the first working day after this one."""
    return this_or_next_working_day(day + _DAY)


def add_working_days(day: dt.date, number: int) -> dt.date:
    """Return the working day that many working days after `day`, which itself is not counted.

    None after a day that is no working day is that day itself: nothing was added. Raises Refused for fewer than none.
    """
    if number < 0:
        raise Refused(f"{number} working days cannot be added", remedy="Give 0 or more.")
    for _ in range(number):
        day = next_working_day(day)
    return day


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Return how many working days are after `start` and up to `end`; below 0 where `end` comes first.

    It undoes `add_working_days`. Counted by weeks and not by days, so it costs the same for a week and for a century.
    """
    if end < start:
        return -working_days_between(end, start)
    return _weekdays_up_to(end) - _weekdays_up_to(start) - _weekdays_off(start, end)


def _weekdays_up_to(day: dt.date) -> int:
    """Return how many Mondays to Fridays there were up to a day, both included, since the first day of the calendar."""
    weeks, rest = divmod(day.toordinal(), _WEEK)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def _weekdays_off(start: dt.date, end: dt.date) -> int:
    _require_known(start.year)
    _require_known(end.year)
    years = range(start.year, end.year + 1)
    return sum(start < day <= end and day.weekday() < _SATURDAY for year in years for day in _days_off(year))


@cache
def _days_off(year: int) -> frozenset[dt.date]:
    _require_known(year)
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def _require_known(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        what = f"The bank holidays of {year} are not known"
        raise Refused(what, remedy=f"Give a day of the years {FIRST_YEAR} to {LAST_YEAR}.")
