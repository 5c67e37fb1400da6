"""One moment, told in UTC and in England; another day only in a demonstration."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.cli.clock import Clock, clock
from reportkit.errors import Refused


def test_the_day_is_that_of_england() -> None:
    summer = Clock(dt.datetime(2004, 6, 14, 23, 30, tzinfo=dt.UTC))
    assert summer.today == dt.date(2004, 6, 15)
    assert Clock(dt.datetime(2004, 12, 14, 23, 30, tzinfo=dt.UTC)).today == dt.date(2004, 12, 14)


@pytest.mark.parametrize("day", [dt.date(2004, 2, 29), dt.date(2004, 3, 28), dt.date(2004, 10, 31)])
def test_a_demonstration_is_told_its_day(day: dt.date) -> None:
    told = clock(day, demonstration=True)
    assert told.today == day
    assert told.seconds == int(told.now.timestamp())
    assert told.now.utcoffset() == dt.timedelta()


def test_another_day_is_refused_where_it_is_none() -> None:
    with pytest.raises(Refused, match="no demonstration"):
        clock(dt.date(2004, 6, 14), demonstration=False)
    assert abs((clock(None, demonstration=False).now - dt.datetime.now(dt.UTC)).total_seconds()) < 60
