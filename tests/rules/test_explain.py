"""Explaining a row."""

from __future__ import annotations

import pytest

from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.rules.entry import Entry, Principle
from reportkit.rules.explain import ENTRIES, explain
from reportkit.rules.service import NO_SCORE_FROM_TICKS


@pytest.mark.parametrize("row", ENTRIES)
def test_an_entry_says_why_and_what_to_do_and_gives_an_example(row: str):
    entry = ENTRIES[row]
    assert entry.row.title
    assert entry.why.endswith(".")
    assert entry.remedy.endswith(".")
    assert entry.example


def test_the_rows_come_in_the_order_of_the_list():
    assert list(ENTRIES) == [row for row in ALL_ROWS if row in ENTRIES]


@pytest.mark.parametrize("typed", ["E02", "e02", " e02 "])
def test_a_row_is_found_however_it_is_typed(typed: str):
    assert isinstance(explain(typed), Entry)
    assert explain(typed).paragraph == "fn I p10"


def test_a_row_that_there_is_not_is_none():
    assert explain("Z99") is None


def test_that_no_score_is_worked_out_is_explained_and_no_rule():
    assert explain("F12") is NO_SCORE_FROM_TICKS
    assert isinstance(NO_SCORE_FROM_TICKS, Principle)
