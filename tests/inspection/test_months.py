"""Calendar months, at the ends of months and over leap days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.inspection.months import months_after, span_after


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2003-11-03", 6, "2004-05-03"),
        ("2003-08-31", 6, "2004-02-29"),
        ("2004-08-31", 6, "2005-02-28"),
        ("2004-02-29", 12, "2005-02-28"),
        ("2004-02-29", 48, "2008-02-29"),
        ("2003-12-31", 2, "2004-02-29"),
        ("2004-06-30", 6, "2004-12-30"),
        ("2004-06-30", 0, "2004-06-30"),
        ("9999-07-31", 6, "9999-12-31"),
        ("0001-03-31", -7, "0001-01-01"),
    ],
)
def test_so_many_months_after_a_day_is(day: str, months: int, after: str):
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(after)


@pytest.mark.parametrize(
    ("day", "weeks", "after"),
    [
        ("2004-06-14", 2, "2004-06-28"),
        ("2004-06-14", -2, "2004-05-31"),
        ("9999-12-24", 2, "9999-12-31"),
        ("0001-01-08", -2, "0001-01-01"),
    ],
)
def test_so_many_weeks_after_a_day_is(day: str, weeks: int, after: str):
    assert span_after(dt.date.fromisoformat(day), dt.timedelta(weeks=weeks)) == dt.date.fromisoformat(after)


@given(st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31)), st.integers(0, 48))
def test_it_lies_in_that_month_and_never_on_a_later_day_of_it(day: dt.date, months: int):
    after = months_after(day, months)
    assert (after.year - day.year) * 12 + after.month - day.month == months
    assert after.day <= day.day


@given(st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31)), st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31)))
def test_a_later_day_is_never_due_sooner(one: dt.date, other: dt.date):
    earlier, later = sorted((one, other))
    assert months_after(earlier, 6) <= months_after(later, 6)
