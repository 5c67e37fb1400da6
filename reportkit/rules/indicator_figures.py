"""Every indicator with all that can be said of it: for the `indicators` command and the fact sheets."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportkit.guidance.indicators import INDICATORS, NATIONAL_MEANS, NationalMean, indicator_of, normal_code
from reportkit.guidance.thresholds import THRESHOLDS, Comparison
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.rules.best_quarter import BestQuarter, best_quarter, compared, figure_of, unit_of
from reportkit.rules.interval import Interval, wilson

Group = Literal["Table 6", "Table 3", "Table 5", "own"]
"""Where the guidance has an indicator; Table 6 goes before the others, since it gives a figure to reach."""

GROUPS: dict[Group, str] = {
    "Table 6": "Rent, empty homes and repairs, beside the best quarter (Tables 4 and 6)",
    "Table 3": "Other national indicators of 2002/03 (Table 3)",
    "Table 5": "Indicators from the library of local ones (Table 5)",
    "own": "The organisation's own",
}
"""Each group's heading. The three old indicators of Table 4 stand in Table 6 too."""

_OF_TABLE_6 = frozenset(threshold.code for threshold in THRESHOLDS)


class Figure(Struct, frozen=True, kw_only=True):
    """One indicator. `gap` is its value less the best quarter's, in its own unit: more is not always better."""

    indicator: Indicator
    code: str
    group: Group
    quarter: BestQuarter | None
    comparison: Comparison | None
    gap: Decimal | None
    mean: NationalMean | None
    interval: Interval | None


def figures(inspection: Inspection) -> tuple[Figure, ...]:
    """Return every row of indicators.csv, in its order."""
    return tuple(_figure(inspection, each) for each in inspection.indicators)


def not_given(inspection: Inspection) -> tuple[str, ...]:
    """Return the codes that the guidance names and that have no figure here, in its order."""
    there = {normal_code(each.code) for each in inspection.indicators if each.value is not None}
    return tuple(code for code in INDICATORS if code not in there)


def group_of(code: str) -> Group:
    """Return where an indicator is shown, by its code as the guidance writes it."""
    known = indicator_of(code)
    if known is None:
        return "own"
    if code in _OF_TABLE_6:
        return "Table 6"
    return "Table 5" if known.standing == "local" else "Table 3"


def _figure(inspection: Inspection, indicator: Indicator) -> Figure:
    code, value, quarter = normal_code(indicator.code), figure_of(indicator), best_quarter(inspection, indicator)
    return Figure(
        indicator=indicator,
        code=code,
        group=group_of(code),
        quarter=quarter,
        comparison=compared(inspection, indicator),
        gap=None if quarter is None or value is None else value - quarter.value,
        mean=NATIONAL_MEANS.get(code),
        interval=_interval(indicator, value),
    )


def _interval(indicator: Indicator, value: Decimal | None) -> Interval | None:
    """Return where it is a share found in a sample: how sure it is."""
    if value is None or indicator.sample is None or unit_of(indicator) != "per cent":
        return None
    return wilson(value, indicator.sample)
