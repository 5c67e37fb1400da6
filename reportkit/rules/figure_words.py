"""Figures and sums in words: 96.2%, 36 days, £52.10."""

from __future__ import annotations

from decimal import Decimal

from reportkit.inspection.indicator import Indicator, Unit
from reportkit.rules.best_quarter import unit_of


def pounds(sum_of_money: Decimal | None) -> str | None:
    """Return a sum in pounds, without pence where there are none: £1,700,000."""
    if sum_of_money is None:
        return None
    return f"£{sum_of_money:,.2f}".removesuffix(".00")


def figure(value: Decimal | None, unit: Unit | None) -> str | None:
    """Return a figure with its unit: 96.2%, 36 days, £52.10."""
    if value is None:
        return None
    if unit == "pounds":
        return pounds(value)
    ending = {"per cent": "%", "days": " day" if value == 1 else " days"}.get(unit or "", "")
    return f"{value:,f}{ending}"


def indicator_value(indicator: Indicator) -> str | None:
    """Return an indicator's value as it is shown, or None where it is not given."""
    if isinstance(indicator.value, bool):
        return "yes" if indicator.value else "no"
    return figure(indicator.value, unit_of(indicator))
