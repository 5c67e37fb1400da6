"""What the ALMO buys in, and the Best Value reviews of what it provides [108–110]."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportkit.inspection.finding import Theme
from reportkit.inspection.source_place import NOWHERE, Origin


class SupportService(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A service agreement: what is bought, the provider, the pounds a year, the last day, and its reviews."""

    service: str
    provider: str | None = None
    price: Decimal | None = None
    ends: dt.date | None = None
    reviewed: dt.date | None = None
    next_review: dt.date | None = None
    value_for_money: str | None = None
    origin: Origin = NOWHERE


class BestValueReview(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A Best Value review of one service: who did it, when it ended, and which themes it looked at [109]."""

    title: str
    area: str | None = None
    completed: dt.date | None = None
    by: Literal["authority", "almo"] | None = None
    themes: tuple[Theme, ...] = ()
    inspected: dt.date | None = None
    progress: str | None = None
    origin: Origin = NOWHERE
