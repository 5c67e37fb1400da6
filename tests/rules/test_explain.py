"""Explaining a row."""

from __future__ import annotations

from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.rules.explain import ENTRIES
from reportkit.rules.rule import Principle
from reportkit.rules.service.rating import NO_SCORE_FROM_TICKS
from tests.every_case import every_case


@every_case("row", ENTRIES)
def test_an_entry_says_why_and_what_to_do_and_gives_an_example(row: str):
    entry = ENTRIES[row]
    assert entry.row.title
    assert entry.why.endswith(".")
    assert entry.remedy.endswith(".")
    assert entry.example


def test_the_rows_come_in_the_order_of_the_list():
    assert list(ENTRIES) == list(ALL_ROWS)


def test_that_no_score_is_worked_out_is_explained_and_no_rule():
    assert ENTRIES["F12"] is NO_SCORE_FROM_TICKS
    assert isinstance(NO_SCORE_FROM_TICKS, Principle)
