"""Table 6: the upper quartiles of 2001/02."""

import pytest

from reportkit.guidance.thresholds import AUTHORITY_TYPES, THRESHOLDS, threshold_of


def row(code: str) -> list[str]:
    return [str(t.value) for authority_type in AUTHORITY_TYPES if (t := threshold_of(code, authority_type))]


def test_table_6_stands_here_whole():
    assert AUTHORITY_TYPES == ("london-borough", "metropolitan-borough", "unitary-authority", "district-council")
    assert len(THRESHOLDS) == 20
    assert row("BVPI 66a") == ["96.2", "96.8", "96.8", "98.6"]
    assert row("BVPI 69") == ["1.4", "2.6", "1.3", "0.9"]
    assert row("BVPI 68") == ["36", "43", "37", "26"]
    assert row("BVPI 72") == ["95", "95", "96", "96"]
    assert row("BVPI 73") == ["12", "17", "13", "13"]


def test_every_figure_is_of_2001_02():
    assert {threshold.year for threshold in THRESHOLDS} == {"2001/02"}


@pytest.mark.parametrize(
    ("code", "authority_type"),
    [("BVPI 74", "london-borough"), ("BVPI 66a", None), ("BVPI 66a", "county-council"), ("own 1", "district-council")],
)
def test_where_table_6_has_no_figure_there_is_none(code, authority_type):
    assert threshold_of(code, authority_type) is None


def test_a_code_may_be_written_in_any_way():
    assert threshold_of("bv 66 (A)", "london-borough") == threshold_of("BVPI 66a", "london-borough")
