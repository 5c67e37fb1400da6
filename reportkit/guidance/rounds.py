"""The rounds of the ALMO programme, their money and their dates; and Table 7's timetable [4, 17–19, 99, 112]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class Round(Struct, frozen=True):
    """One round: how many authorities had a conditional allocation, for which financial years, and by when to apply.

    None and () where the guidance does not say.
    """

    number: int
    authorities: int | None
    years: tuple[str, ...]
    interest_by: dt.date | None = None
    bid_by: dt.date | None = None
    paragraph: str = "17"


ROUNDS: Final[Mapping[int, Round]] = {
    each.number: each
    for each in (
        Round(1, 8, ("2002/03", "2003/04")),
        Round(2, 13, ("2003/04", "2004/05")),
        Round(3, None, (), dt.date(2003, 4, 4), dt.date(2003, 5, 16), "18, 19"),
        Round(4, None, (), dt.date(2003, 9, 26), dt.date(2003, 12, 31), "18, 19"),
    )
}

ROUND_2_FROM: Final = dt.date(2003, 4, 1)
"""Inspections of round 2 begin in April 2003 [4]."""

MONTHS_TO_BED_DOWN: Final = 6
"""From the day an ALMO takes over to the earliest day of its inspection [96, 112]."""

MONEY: Final[tuple[tuple[str, str], ...]] = (
    ("Made available in 2002/03", "£160 million"),
    ("Made available in 2003/04", "£300 million"),
    ("To be spent from April 2003 to March 2006, for all rounds", "£1.994 billion"),
    ("Of that, new money for rounds 3 and 4", "at least £700 million"),
)
"""What the Government has announced [17, 18]."""


class ModelStep(Struct, frozen=True):
    """One row of Table 7: months before (negative) or after the month in which the ALMO takes over."""

    action: str
    months: int
    last_month: int | None = None


TABLE_7: Final[tuple[ModelStep, ...]] = (
    ModelStep("The authority expresses its interest to the ODPM", -7),
    ModelStep("The shadow board begins to meet and to train", -6),
    ModelStep("The authority submits its formal bid", -6),
    ModelStep("The ODPM approves the bid, and announces a conditional allocation", -4),
    ModelStep("The authority applies for consent under section 27", -2),
    ModelStep("The ODPM gives its consent", -1),
    ModelStep("The ALMO takes over", 0),
    ModelStep("The ALMO is inspected", 6),
    ModelStep("The result is announced; from two stars the money can be drawn", 7),
    ModelStep("The final report is published", 8, 9),
)
"""Table 7, which is drawn up for an ALMO that takes over in November 2003."""
