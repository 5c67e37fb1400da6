"""The rounds of the programme, and Table 7."""

import datetime as dt

from reportkit.guidance.rounds import ROUNDS, TABLE_7
from reportkit.inspection.months import months_after


def test_rounds_1_and_2_have_21_authorities_between_them():
    assert [(each.number, each.authorities) for each in ROUNDS.values() if each.authorities] == [(1, 8), (2, 13)]


def test_an_almo_that_takes_over_in_november_2003_has_the_months_that_table_7_prints():
    live = dt.date(2003, 11, 1)
    printed = ["2003-04", "2003-05", "2003-05", "2003-07", "2003-09", "2003-10", "2003-11", "2004-05", "2004-06"]
    assert [f"{months_after(live, step.months):%Y-%m}" for step in TABLE_7] == [*printed, "2004-07"]
    assert f"{months_after(live, TABLE_7[-1].last_month or 0):%Y-%m}" == "2004-08"
