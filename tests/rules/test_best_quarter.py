"""What an indicator is held against, and how it stands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from reportkit.guidance.indicators import INDICATORS
from reportkit.guidance.thresholds import THRESHOLDS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear
from reportkit.rules.best_quarter import best_quarter, compared
from tests.rules.builders import but, good, indicator, with_particulars


def of_type(authority_type: str | None, *years: ThresholdYear) -> Inspection:
    authority = structs.replace(good().particulars.authority, type=authority_type)
    return but(with_particulars(authority=authority), thresholds=years)


def own(year: str, code: str = "BVPI 66a", **changes: object) -> ThresholdYear:
    figures = {"london_borough": Decimal("97.0"), **changes}
    return ThresholdYear(year=year, source="ODPM", thresholds=(NewerThreshold(code=code, **figures),))


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
        ("BVPI 74", "london-borough", "90", None),
        ("BVPI 66a", None, "97", None),
        ("own 1", "district-council", "97", None),
    ],
)
def test_a_value_is_compared_in_the_direction_of_its_indicator(code, authority_type, value, result):
    assert compared(of_type(authority_type), indicator(code, Decimal(value))) == result


@settings(max_examples=60)
@given(st.sampled_from(THRESHOLDS), st.decimals(0, 400, places=2), st.decimals(0, 50, places=2))
def test_what_is_better_still_never_compares_worse(threshold, value, step):
    inspection = of_type(threshold.authority_type)
    better = value - step if INDICATORS[threshold.code].direction == "lower" else value + step
    if compared(inspection, indicator(threshold.code, value)) == "at or better":
        assert compared(inspection, indicator(threshold.code, better)) == "at or better"


@pytest.mark.parametrize(
    ("year", "held_against"),
    [("2001/02", "2001/02"), ("2002/03", "2002/03"), ("2003/04", "2002/03"), ("2005/06", "2004/05"), (None, "2004/05")],
)
def test_a_figure_is_held_against_its_own_year_or_the_last_before_it(year, held_against):
    inspection = of_type("london-borough", own("2002/03"), own("2004/05"))
    quarter = best_quarter(inspection, indicator("BVPI 66a", Decimal(97), year=year))
    assert quarter is not None
    assert quarter.year == held_against


def test_a_figure_older_than_all_is_held_against_the_first():
    quarter = best_quarter(of_type("london-borough"), indicator("BVPI 66a", Decimal(97), year="2000/01"))
    assert quarter is not None
    assert (quarter.year, quarter.source) == ("2001/02", "Table 6")


def test_a_file_without_this_type_leaves_table_6_in_force():
    quarter = best_quarter(
        of_type("district-council", own("2002/03")), indicator("BVPI 66a", Decimal(97), year="2002/03")
    )
    assert quarter is not None
    assert quarter.year == "2001/02"


def test_an_indicator_that_the_guidance_does_not_name_can_be_held_against_a_newer_years_figure():
    year = own("2004/05", "BVPI 212", direction="lower", unit="days", london_borough=Decimal(33))
    inspection = of_type("london-borough", year)
    assert compared(inspection, indicator("BVPI 212", Decimal(34), year="2004/05")) == "worse"
    assert compared(inspection, indicator("bv212", Decimal(33), year="2004/05")) == "at or better"
