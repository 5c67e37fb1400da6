"""A recommendation: what a body should do about which findings."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from reportkit.inspection.bodies import Bodies
from reportkit.inspection.source_place import NOWHERE, Origin

BuyIn = Literal["management-time", "take-over"]


class Recommendation(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One file in recommendations/.

    `findings` are the findings it answers, `to` the body that should act, `owner` the office that
    will, `by` the day it should be done. `cost` is in words, `pays` and `gains` say who bears the
    cost and who has the benefit. `buy_in` offers help from a better landlord: a few hours of a
    manager's time, or taking a service over for a fixed time; it is never compulsory.
    `press` chooses it for the press release, which shows its title.
    """

    id: str
    title: str
    text: str = ""
    findings: tuple[str, ...] = ()
    to: Bodies | None = None
    owner: str | None = None
    by: dt.date | None = None
    measure: str | None = None
    cost: str | None = None
    pays: str | None = None
    gains: str | None = None
    buy_in: BuyIn | None = None
    order: int | None = None
    press: bool = False
    origin: Origin = NOWHERE
