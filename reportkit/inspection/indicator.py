"""A performance indicator: one figure, its unit, direction and year [63–77]."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportkit.inspection.origin import NOWHERE, Origin

Direction = Literal["higher", "lower", "neither"]
Unit = Literal["per cent", "days", "pounds", "number", "rating", "yes or no"]
IndicatorScope = Literal["almo", "authority"]


class Indicator(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One row of indicators.csv.

    `code` is a national code such as BVPI 66a or LIB 076, or one of the organisation's own.
    `value` is a number, or True or False where the unit is "yes or no", or None where not given.
    `direction` says which way is better; `year` is a financial year, 2002/03. `verified` says
    whether inspectors tested how it was worked out [67]; None: not said.
    """

    code: str
    name: str
    value: Decimal | bool | None = None
    unit: Unit = "number"
    direction: Direction = "neither"
    year: str | None = None
    scope: IndicatorScope | None = None
    verified: bool | None = None
    target: Decimal | None = None
    note: str | None = None
    origin: Origin = NOWHERE
