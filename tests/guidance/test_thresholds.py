"""Table 6: the upper quartiles of 2001/02."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.guidance.indicators import INDICATORS
from reportkit.guidance.thresholds import AUTHORITY_TYPES, THRESHOLDS, compare, threshold_of


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
    ("code", "authority_type", "value", "result"),
    [
        ("BVPI 66a", "district-council", "98.6", "at or better"),
        ("BVPI 66a", "district-council", "98.59", "worse"),
        ("BVPI 66a", "london-borough", "96.3", "at or better"),
        ("BVPI 69", "unitary-authority", "1.3", "at or better"),
        ("BVPI 69", "unitary-authority", "1.31", "worse"),
        ("bvpi68", "metropolitan-borough", "42", "at or better"),
        ("BVPI 68", "metropolitan-borough", "44", "worse"),
        ("BVPI 72", "london-borough", "94.9", "worse"),
        ("BVPI 73", "district-council", "13", "at or better"),
    ],
)
def test_a_value_is_compared_in_the_direction_of_its_indicator(code, authority_type, value, result):
    assert compare(code, authority_type, Decimal(value)) == result


@pytest.mark.parametrize(
    ("code", "authority_type"),
    [("BVPI 74", "london-borough"), ("BVPI 66a", None), ("BVPI 66a", "county-council"), ("own 1", "district-council")],
)
def test_nothing_is_said_where_table_6_has_no_figure(code, authority_type):
    assert compare(code, authority_type, Decimal(50)) is None


@settings(max_examples=60)
@given(st.sampled_from(THRESHOLDS), st.decimals(0, 400, places=2), st.decimals(0, 50, places=2))
def test_what_is_better_still_never_compares_worse(threshold, value, step):
    better = value - step if INDICATORS[threshold.code].direction == "lower" else value + step
    if compare(threshold.code, threshold.authority_type, value) == "at or better":
        assert compare(threshold.code, threshold.authority_type, better) == "at or better"
