"""Indicators as the report's template sees them: beside Table 6 where it has a threshold, the others apart [76]."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportkit.guidance.indicators import normal_code
from reportkit.guidance.thresholds import YEAR, Comparison, Threshold, compare, threshold_of
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.publications.phrases import BETTER, figure, indicator_value

Row = dict[str, object]


def indicator_values(inspection: Inspection) -> dict[str, object]:
    """The names `indicators` (all, compared, charts, others) and `threshold_year`."""
    kind = inspection.particulars.authority.type
    placed = tuple((indicator, _beside(indicator, kind)) for indicator in inspection.indicators)
    compared = tuple(_compared(indicator, beside) for indicator, beside in placed if beside)
    others = tuple(_row(indicator) for indicator, beside in placed if not beside)
    return {
        "threshold_year": YEAR,
        "indicators": {
            "all": tuple(indicator.code for indicator in inspection.indicators),
            "compared": compared,
            "others": others,
            "charts": _charts(compared),
        },
    }


class _Beside(NamedTuple):
    """A figure, and the threshold that it can be put beside."""

    value: Decimal
    threshold: Threshold
    comparison: Comparison | None


def _beside(indicator: Indicator, kind: AuthorityType | None) -> _Beside | None:
    """The threshold beside which this very figure can be put; one without a number cannot be."""
    threshold = threshold_of(indicator.code, kind)
    if threshold is None or not isinstance(indicator.value, Decimal):
        return None
    return _Beside(indicator.value, threshold, compare(indicator.code, kind, indicator.value))


def _row(indicator: Indicator) -> Row:
    return {
        "name": f"{indicator.name} ({normal_code(indicator.code)})",
        "short_name": indicator.name,
        "unit": indicator.unit,
        "better_when": BETTER[indicator.direction],
        "value": indicator_value(indicator),
        "year": indicator.year,
        "target": figure(indicator.target, indicator.unit) or "",
        "verified": {True: "yes", False: "no", None: "not said"}[indicator.verified],
    }


def _compared(indicator: Indicator, beside: _Beside) -> Row:
    return _row(indicator) | {
        "threshold": figure(beside.threshold.value, indicator.unit),
        "comparison": beside.comparison,
        "number": float(beside.value),
        "threshold_number": float(beside.threshold.value),
    }


def _charts(compared: tuple[Row, ...]) -> tuple[Row, ...]:
    """One chart a unit, so that days are not drawn beside percentages."""
    units = dict.fromkeys(str(row["unit"]) for row in compared)
    return tuple(_chart(unit, tuple(row for row in compared if row["unit"] == unit)) for unit in units)


def _chart(unit: str, rows: tuple[Row, ...]) -> Row:
    good: Comparison = "at or better"
    reached = sum(row["comparison"] == good for row in rows)
    message = (
        f"{reached} of {len(rows)} indicators counted in {unit} are at or better than the best quarter's beginning."
    )
    return {"unit": unit, "rows": rows, "message": message}
