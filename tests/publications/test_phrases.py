"""Dates, sums and figures in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from reportkit.inspection.indicator import Indicator
from reportkit.publications.phrases import day, span
from reportkit.rules.figure_words import figure, indicator_value, pounds

NOVEMBER_3 = dt.date(2003, 11, 3)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, None),
        (NOVEMBER_3, None, "3 November 2003"),
        (None, NOVEMBER_3, "3 November 2003"),
        (NOVEMBER_3, NOVEMBER_3, "3 November 2003"),
        (NOVEMBER_3, dt.date(2003, 11, 14), "3 to 14 November 2003"),
        (NOVEMBER_3, dt.date(2003, 12, 5), "3 November to 5 December 2003"),
        (NOVEMBER_3, dt.date(2004, 1, 9), "3 November 2003 to 9 January 2004"),
    ],
)
def test_days_on_site_are_said_without_repeating_month_or_year(first, last, words) -> None:
    assert span(first, last) == words


def test_a_day_that_is_not_given_stays_a_gap() -> None:
    assert day(None) is None


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Decimal("96.2"), "per cent", "96.2%"),
        (Decimal(36), "days", "36 days"),
        (Decimal(1), "days", "1 day"),
        (Decimal("52.1"), "pounds", "£52.10"),
        (Decimal(1700000), "pounds", "£1,700,000"),
        (Decimal(27000), "number", "27,000"),
        (None, "days", None),
    ],
)
def test_a_figure_is_shown_with_its_unit(value, unit, words) -> None:
    assert figure(value, unit) == words


def test_a_sum_that_is_not_given_stays_a_gap() -> None:
    assert pounds(None) is None


@pytest.mark.parametrize(("value", "words"), [(True, "yes"), (False, "no"), (None, None), (Decimal(5), "5")])
def test_an_indicator_may_be_a_number_or_yes_or_no(value, words) -> None:
    assert indicator_value(Indicator(code="X", name="X", value=value)) == words
