"""Indicators as the report's template sees them: beside a published figure where there is one, others apart [76]."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportkit.guidance.indicators import normal_code
from reportkit.guidance.thresholds import YEAR, Comparison
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.value_words import BETTER
from reportkit.publications.answered import may_lack_indicators
from reportkit.rules.best_quarter import BestQuarter, best_quarter, comparison, direction_of, figure_of, unit_of
from reportkit.rules.figure_words import figure, indicator_value

Row = dict[str, object]


def indicator_values(inspection: Inspection) -> dict[str, object]:
    """Return the names `indicators` (all, compared, charts, others, left_out) and `threshold_year`."""
    placed = tuple((indicator, _comparison(inspection, indicator)) for indicator in inspection.indicators)
    years = sorted({beside.quarter.year for _, beside in placed if beside})
    compared = tuple(_compared(indicator, beside, years) for indicator, beside in placed if beside)
    others = tuple(_row(indicator) for indicator, beside in placed if not beside)
    return {
        "threshold_year": " and ".join(years) or YEAR,
        "indicators": {
            "all": tuple(indicator.code for indicator in inspection.indicators),
            "compared": compared,
            "others": others,
            "charts": _charts(compared),
            "left_out": not inspection.indicators and may_lack_indicators(inspection),
        },
    }


class _Comparison(NamedTuple):
    """A figure, and the published one that it can be put beside."""

    value: Decimal
    quarter: BestQuarter


def _comparison(inspection: Inspection, indicator: Indicator) -> _Comparison | None:
    """Return what this very figure can be put beside; one without a number can be put beside nothing."""
    quarter, value = best_quarter(inspection, indicator), figure_of(indicator)
    return None if quarter is None or value is None else _Comparison(value, quarter)


def _row(indicator: Indicator) -> Row:
    return {
        "name": f"{indicator.name} ({normal_code(indicator.code)})",
        "short_name": indicator.name,
        "unit": unit_of(indicator) or "number",
        "better_when": BETTER[direction_of(indicator) or "neither"],
        "value": indicator_value(indicator),
        "year": indicator.year,
        "target": figure(indicator.target, unit_of(indicator)) or "",
        "verified": {True: "yes", False: "no", None: "not said"}[indicator.verified],
    }


def _compared(indicator: Indicator, beside: _Comparison, years: Sequence[str]) -> Row:
    """Return a row of the table; where figures of several years are used, each says which is its own."""
    year = f" ({beside.quarter.year})" if len(years) > 1 else ""
    return _row(indicator) | {
        "threshold": f"{figure(beside.quarter.value, unit_of(indicator))}{year}",
        "threshold_year": beside.quarter.year,
        "comparison": comparison(beside.quarter, beside.value),
        "number": float(beside.value),
        "threshold_number": float(beside.quarter.value),
    }


def _charts(compared: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return one chart a unit, so that days are not drawn beside percentages."""
    units = dict.fromkeys(str(row["unit"]) for row in compared)
    return tuple(_chart(unit, tuple(row for row in compared if row["unit"] == unit)) for unit in units)


def _chart(unit: str, rows: tuple[Row, ...]) -> Row:
    good: Comparison = "at or better"
    reached = sum(row["comparison"] == good for row in rows)
    message = (
        f"{reached} of {len(rows)} indicators counted in {unit} are at or better than the best quarter's beginning."
    )
    return {"unit": unit, "rows": rows, "message": message}
