"""Which published figure an indicator is held against, and how it stands beside it [74, 76, Table 6].

Table 6 is the guidance's, for 2001/02. Where the organisation added newer years, the figure of the
indicator's own year counts; else that of the last year before it; else the first there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportkit.guidance.indicators import indicator_of, normal_code
from reportkit.guidance.thresholds import Comparison, threshold_of
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.indicator import Direction, Indicator, Unit
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear

TABLE_6 = "Table 6"


class BestQuarter(Struct, frozen=True):
    """The start of the best quarter of one type of authority in one year, in the indicator's own unit."""

    code: str
    value: Decimal
    year: str
    source: str
    direction: Literal["higher", "lower"]


def best_quarter(inspection: Inspection, indicator: Indicator) -> BestQuarter | None:
    """Return the figure that this indicator is held against; None where none is published for the authority's type."""
    there = {each.year: each for each in _published(inspection, normal_code(indicator.code))}
    years = sorted(there)
    if not years:
        return None
    before = [year for year in years if indicator.year is None or year <= indicator.year]
    return there[before[-1] if before else years[0]]


def comparison(quarter: BestQuarter, value: Decimal) -> Comparison:
    """Return whether a value reaches the best quarter.

    Nothing is said of the quarters below: one figure is all there is.
    """
    reaches = value <= quarter.value if quarter.direction == "lower" else value >= quarter.value
    return "at or better" if reaches else "worse"


def compared(inspection: Inspection, indicator: Indicator) -> Comparison | None:
    """Return how an indicator stands beside the best quarter; None where there is no figure on either side."""
    quarter = best_quarter(inspection, indicator)
    value = figure_of(indicator)
    return None if quarter is None or value is None else comparison(quarter, value)


def figure_of(indicator: Indicator) -> Decimal | None:
    """Return the value where it is a number, not a yes or no."""
    return indicator.value if isinstance(indicator.value, Decimal) else None


def unit_of(indicator: Indicator) -> Unit | None:
    """Return the unit as it is given, else as the guidance has it; None where neither says."""
    known = indicator_of(indicator.code)
    return indicator.unit or (known.unit if known else None)


def direction_of(indicator: Indicator) -> Direction | None:
    """Return which way is better, as it is given, else as the guidance has it; None where neither says."""
    known = indicator_of(indicator.code)
    return indicator.direction or (known.direction if known else None)


def _published(inspection: Inspection, code: str) -> Iterator[BestQuarter]:
    """Table 6 first; the organisation's own figure for the same year goes before it."""
    authority_type = inspection.particulars.authority.type
    of_table = threshold_of(code, authority_type)
    if of_table is not None:
        yield BestQuarter(code, of_table.value, of_table.year, TABLE_6, _better(code))
    for year in inspection.thresholds:
        for row in year.thresholds:
            if row.code == code and authority_type is not None:
                yield from _own(year, row, authority_type)


def _own(year: ThresholdYear, row: NewerThreshold, authority_type: AuthorityType) -> Iterator[BestQuarter]:
    value = row.figure(authority_type)
    if value is not None:
        yield BestQuarter(row.code, value, year.year, year.source, row.direction or _better(row.code))


def _better(code: str) -> Literal["higher", "lower"]:
    known = indicator_of(code)
    return "lower" if known is not None and known.direction == "lower" else "higher"
