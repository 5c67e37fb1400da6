"""The bodies an inspection is about: the authority, which is inspected in law, and its ALMO [87, 88]."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

Bodies = Literal["authority", "almo", "both"]
"""One of them, or the two together."""

AuthorityType = Literal["london-borough", "metropolitan-borough", "unitary-authority", "district-council"]


class Authority(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The local authority: the landlord, and the inspected body. `type` picks its column of Table 6.

    `other_almos` names the ALMOs it has set up beside the one that is inspected [106, 107].
    """

    name: str
    type: AuthorityType | None = None
    region: str | None = None
    homes: int | None = None
    other_almos: tuple[str, ...] = ()


class Programme(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The authority's way onto the ALMO programme: the days of its interest and of its bid [19]."""

    interest: dt.date | None = None
    bid: dt.date | None = None


class Board(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The number of members of each kind on the ALMO's board (usually a third each)."""

    council: int | None = None
    tenants: int | None = None
    independent: int | None = None


class Almo(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The arm's length management organisation: the authority's agent."""

    name: str
    short: str | None = None
    homes: int | None = None
    went_live: dt.date | None = None
    section_27: dt.date | None = None
    partial: bool = False
    board: Board | None = None
