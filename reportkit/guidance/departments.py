"""What the department in charge of housing was called, and when: ODPM in 2003 [Glossary]."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct


class Department(Struct, frozen=True):
    """A department by its short name and its full one, from its first day to the day before the next one's."""

    short: str
    name: str
    begun: dt.date


DEPARTMENTS: Final = (
    Department("DETR", "Department of the Environment, Transport and the Regions", dt.date(1997, 6, 16)),
    Department("DTLR", "Department for Transport, Local Government and the Regions", dt.date(2001, 6, 8)),
    Department("ODPM", "Office of the Deputy Prime Minister", dt.date(2002, 5, 29)),
    Department("DCLG", "Department for Communities and Local Government", dt.date(2006, 5, 5)),
)
"""In their order. That the DCLG came after is known from outside the guidance."""


def department_on(day: dt.date) -> Department:
    """Return the department in charge on a day; the first one for a day before it began."""
    return max((each for each in DEPARTMENTS if each.begun <= day), key=lambda each: each.begun, default=DEPARTMENTS[0])
