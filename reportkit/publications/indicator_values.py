"""Indicators as the report's template sees them: beside Table 6 where it has a threshold, the others apart [76]."""

from __future__ import annotations

from decimal import Decimal

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
    compared = tuple(_compared(indicator, kind) for indicator in inspection.indicators if _threshold(indicator, kind))
    others = tuple(_row(indicator) for indicator in inspection.indicators if not _threshold(indicator, kind))
    return {
        "threshold_year": YEAR,
        "indicators": {
            "all": tuple(indicator.code for indicator in inspection.indicators),
            "compared": compared,
            "others": others,
            "charts": _charts(compared),
        },
    }


def _threshold(indicator: Indicator, kind: AuthorityType | None) -> Threshold | None:
    """The threshold beside which this very figure can be put; one without a number cannot be."""
    return threshold_of(indicator.code, kind) if isinstance(indicator.value, Decimal) else None


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


def _compared(indicator: Indicator, kind: AuthorityType | None) -> Row:
    threshold = _threshold(indicator, kind)
    if threshold is None or not isinstance(indicator.value, Decimal):  # the caller has asked already
        return _row(indicator)
    return _row(indicator) | {
        "threshold": figure(threshold.value, indicator.unit),
        "comparison": compare(indicator.code, kind, indicator.value),
        "number": float(indicator.value),
        "threshold_number": float(threshold.value),
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
