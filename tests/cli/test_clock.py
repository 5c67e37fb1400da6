"""One moment, told in UTC and in England; another day only in a demonstration."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from reportkit.errors import Refused
from reportkit.workspace.clock import Clock, clock


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its zone from its settings alone")
@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2004-06-14T22:59:59", "2004-06-14"),
        ("2004-06-14T23:00:00", "2004-06-15"),
        ("2004-12-14T23:59:59", "2004-12-14"),
        ("2004-02-28T23:59:59", "2004-02-28"),
        ("2004-02-29T00:00:00", "2004-02-29"),
        ("2004-03-27T23:30:00", "2004-03-27"),
        ("2004-03-28T23:30:00", "2004-03-29"),
        ("2004-10-30T23:30:00", "2004-10-31"),
        ("2004-10-31T23:30:00", "2004-10-31"),
    ],
)
def test_the_day_is_that_of_england(zone: str, now: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", zone)
        time.tzset()
        assert str(Clock(dt.datetime.fromisoformat(f"{now}Z")).today) == day
    time.tzset()


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
