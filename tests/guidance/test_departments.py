"""The department for housing, by the day."""

import datetime as dt

import pytest

from reportkit.guidance.departments import department_on


@pytest.mark.parametrize(
    ("day", "short"),
    [
        (dt.date(1990, 1, 1), "DETR"),
        (dt.date(2001, 6, 8), "DTLR"),
        (dt.date(2002, 5, 28), "DTLR"),
        (dt.date(2002, 5, 29), "ODPM"),
        (dt.date(2003, 11, 3), "ODPM"),
        (dt.date(2009, 1, 29), "DCLG"),
    ],
)
def test_the_department_in_charge_of_housing_was(day: dt.date, short: str) -> None:
    assert department_on(day).short == short
