"""How the report says kinds, ratings, dates and sums in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from reportkit.inspection.indicator import Indicator, Unit
from reportkit.rules.best_quarter import unit_of
from reportkit.wording.escape import said

KINDS: Final = {
    "almo": "ALMO inspection",
    "indicative": "Indicative inspection",
    "re-inspection": "Re-inspection",
    "best-value": "Best Value inspection",
}
STARS: Final = ("no stars", "one star", "two stars", "three stars")
BODIES: Final = {"almo": "the ALMO", "authority": "the authority", "both": "the authority and the ALMO"}
DEPTHS: Final = {"full": "in full", "lighter": "more lightly"}
BETTER: Final = {"higher": "higher", "lower": "lower", "neither": "neither"}
CRITERIA: Final = {"2003-03": "the guidance of March 2003"}
AUTHORITY_TYPES: Final = {
    "london-borough": "London boroughs",
    "metropolitan-borough": "metropolitan boroughs",
    "unitary-authority": "unitary authorities",
    "district-council": "district councils",
}


def day(date: dt.date | None) -> str | None:
    """A day in words: 19 April 2004."""
    return None if date is None else said(date)


def span(first: dt.date | None, last: dt.date | None) -> str | None:
    """Days from one to another: 3 to 14 November 2003; one day alone where there is one."""
    if first is None or last is None or first == last:
        return day(first or last)
    if first.year != last.year:
        return f"{said(first)} to {said(last)}"
    start = str(first.day) if first.month == last.month else str(said(first)).removesuffix(f" {first.year}")
    return f"{start} to {said(last)}"


def pounds(sum_of_money: Decimal | None) -> str | None:
    """A sum in pounds, without pence where there are none: £1,700,000."""
    if sum_of_money is None:
        return None
    return f"£{sum_of_money:,.2f}".removesuffix(".00")


def figure(value: Decimal | None, unit: Unit | None) -> str | None:
    """A figure with its unit: 96.2%, 36 days, £52.10."""
    if value is None:
        return None
    if unit == "pounds":
        return pounds(value)
    ending = {"per cent": "%", "days": " day" if value == 1 else " days"}.get(unit or "", "")
    return f"{value:,f}{ending}"


def indicator_value(indicator: Indicator) -> str | None:
    """An indicator's value as it is shown, or None where it is not given."""
    if isinstance(indicator.value, bool):
        return "yes" if indicator.value else "no"
    return figure(indicator.value, unit_of(indicator))
