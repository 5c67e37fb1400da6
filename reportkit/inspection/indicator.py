"""A performance indicator: one figure, its unit, direction and year [63–77]."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin

Direction = Literal["higher", "lower", "neither"]
Unit = Literal["per cent", "days", "pounds", "number", "rating", "yes or no"]
IndicatorScope = Literal["authority", "almo"]


class Indicator(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One row of indicators.csv.

    `code` is a national code such as BVPI 66a or LIB 076, or one of the organisation's own, which
    `definition` explains. `value` is a number, or True or False where the unit is "yes or no", or None
    where not given. `direction` says which way is better; `year` is a financial year, 2002/03; `scope`
    whose figure it is: the ALMO's own, or the authority's, of all its homes together [107]. `verified`
    says whether inspectors tested how it was worked out [67]; None: not said. `sample` is how many
    people answered, where the figure comes from a survey. `peers` are others that it is held against
    besides Table 6, with their value in `peers_value` and, in `peers_why`, why they are like it [75].
    """

    code: str
    name: str
    value: Decimal | bool | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    year: str | None = None
    scope: IndicatorScope | None = None
    verified: bool | None = None
    target: Decimal | None = None
    note: str | None = None
    definition: str | None = None
    sample: int | None = None
    peers: str | None = None
    peers_value: Decimal | None = None
    peers_why: str | None = None
    origin: Origin = NOWHERE
