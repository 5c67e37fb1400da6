"""Explaining a row."""

from __future__ import annotations

import pytest

from reportkit.guidance.rule_list import rules_of
from reportkit.rules.entry import Entry, Principle
from reportkit.rules.explain import ENTRIES, explain
from reportkit.rules.service import NO_SCORE_FROM_TICKS

ROWS = ("C04", "C05", "C06", "C07", *(row.id for chapter in "DEFGH" for row in rules_of(chapter)))


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_four_chapters_can_be_explained(row: str):
    entry = ENTRIES[row]
    assert entry.row.title
    assert entry.why.endswith(".")
    assert entry.remedy.endswith(".")
    assert entry.example


def test_the_rows_come_in_the_order_of_the_list():
    assert list(ENTRIES) == list(ROWS)


@pytest.mark.parametrize("typed", ["E02", "e02", " e02 "])
def test_a_row_is_found_however_it_is_typed(typed: str):
    assert isinstance(explain(typed), Entry)
    assert explain(typed).paragraph == "fn I p10"


def test_a_row_that_there_is_not_is_none():
    assert explain("Z99") is None


def test_that_no_score_is_worked_out_is_explained_and_no_rule():
    assert explain("F12") is NO_SCORE_FROM_TICKS
    assert isinstance(NO_SCORE_FROM_TICKS, Principle)
