"""Wilson's interval, against figures that others published, and against the standard library's normal curve."""

from __future__ import annotations

from decimal import Decimal
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.rules.interval import _Z, LEVEL, wilson


@pytest.mark.parametrize(
    ("satisfied", "sample", "low", "high"),
    [  # R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, the score method
        (81, 263, "25.5", "36.6"),
        (15, 148, "6.2", "16.0"),
        (0, 20, "0.0", "16.1"),
        (1, 29, "0.6", "17.2"),
    ],
)
def test_it_is_the_interval_that_newcombe_prints(satisfied, sample, low, high):
    found = wilson(Decimal(satisfied) / sample * 100, sample)
    assert found is not None
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_its_level_is_the_normal_curves():
    assert pytest.approx(NormalDist().inv_cdf(0.5 + LEVEL / 200), abs=1e-12) == _Z


@settings(max_examples=80)
@given(st.decimals(0, 100, places=1), st.integers(1, 10_000))
def test_it_holds_the_share_and_stays_within_nought_and_a_hundred(share, sample):
    found = wilson(share, sample)
    assert found is not None
    assert 0 <= found.low <= share + Decimal("0.05")
    assert share - Decimal("0.05") <= found.high <= 100


def test_a_large_sample_comes_near_the_plain_normal_formula():
    found = wilson(Decimal(76), 20_000)
    reach = Decimal(str(1.96 * sqrt(0.76 * 0.24 / 20_000) * 100))
    assert found is not None
    assert abs(found.low - (76 - reach)) < Decimal("0.06")
    assert abs(found.high - (76 + reach)) < Decimal("0.06")


@pytest.mark.parametrize(("share", "sample"), [("76", 0), ("-1", 100), ("100.1", 100)])
def test_there_is_none_where_there_can_be_none(share, sample):
    assert wilson(Decimal(share), sample) is None
