"""Working days of England: known years, known days, and what must hold for any day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.timetable.working_days import (
    add_working_days,
    is_known,
    is_working_day,
    next_working_day,
    this_or_next_working_day,
    working_days_between,
)
from tests.every_case import every_case

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31))
SPANS = st.integers(0, 60)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def weekdays_off(year: int) -> list[str]:
    """Mondays to Fridays of a year on which no one works."""
    days = (dt.date(year, 1, 1) + DAY * number for number in range(365 + (year % 4 == 0)))
    return [each.isoformat()[5:] for each in days if each.weekday() < 5 and not is_working_day(each)]


@every_case(
    ("year", "off"),
    [
        (1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"),
        (1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"),
        (2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"),
        (2003, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2004, "01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28"),
        (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
    ],
)
def test_the_bank_holidays_of_a_year_are(year: int, off: str):
    assert weekdays_off(year) == off.split()


@every_case("year", range(1995, 2031))
def test_each_year_has_eight_bank_holidays_but_for_those_that_were_proclaimed(year: int):
    more = {1999: 1, 2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}
    assert len(weekdays_off(year)) == 8 + more.get(year, 0)


def test_ten_working_days_over_easter_2004_skip_good_friday_and_the_monday():
    assert add_working_days(day("2004-04-05"), 10) == day("2004-04-21")


def test_the_golden_jubilee_moved_the_spring_bank_holiday_and_added_a_day():
    assert is_working_day(day("2002-05-27"))
    assert next_working_day(day("2002-05-31")) == day("2002-06-05")


def test_a_weekend_is_followed_by_monday_and_a_working_day_stays():
    assert this_or_next_working_day(day("2004-06-05")) == day("2004-06-07")
    assert this_or_next_working_day(day("2004-06-07")) == day("2004-06-07")


def test_a_leap_day_is_a_day_like_others():
    assert add_working_days(day("2008-02-28"), 1) == day("2008-02-29")
    assert working_days_between(day("2004-02-27"), day("2004-03-01")) == 1


def test_the_clock_change_takes_no_day_away():
    assert working_days_between(day("2004-03-26"), day("2004-03-29")) == 1


@given(DAYS, SPANS)
def test_counting_undoes_adding(start: dt.date, number: int):
    assert working_days_between(start, add_working_days(start, number)) == number


@given(DAYS, SPANS.filter(bool))
def test_what_is_added_ends_on_a_working_day(start: dt.date, number: int):
    assert is_working_day(add_working_days(start, number))


@given(DAYS, SPANS, SPANS)
def test_adding_twice_is_adding_both(start: dt.date, one: int, other: int):
    assert add_working_days(add_working_days(start, one), other) == add_working_days(start, one + other)


@given(DAYS, st.integers(0, 900))
def test_days_between_are_those_that_one_would_count(start: dt.date, span: int):
    end = start + DAY * span
    counted = sum(is_working_day(start + DAY * number) for number in range(1, span + 1))
    assert working_days_between(start, end) == counted
    assert working_days_between(end, start) == -counted


@given(DAYS)
def test_the_next_working_day_is_later_and_none_lies_between(start: dt.date):
    after = next_working_day(start)
    assert after > start
    assert working_days_between(start, after) == 1


@pytest.mark.parametrize("far", ["1871-12-29", "2101-01-03", "9999-12-31", "0001-01-01"])
def test_a_day_whose_bank_holidays_are_not_known_is_refused(far: str):
    assert not is_known(day(far))
    with pytest.raises(Refused, match="bank holidays of"):
        working_days_between(day(far), day("2004-06-01"))
    with pytest.raises(Refused, match="bank holidays of"):
        this_or_next_working_day(day(far))


def test_fewer_than_no_days_are_refused():
    with pytest.raises(Refused, match="-1 working days"):
        add_working_days(day("2004-06-01"), -1)
