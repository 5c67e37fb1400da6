"""Cases of chapter J, second half: how long it takes, and in which order."""

from __future__ import annotations

import datetime as dt

from reportkit.inspection.milestones import Milestones, RoundTableHeld
from reportkit.inspection.particulars import Dates
from tests.rules.builders import Breach, Kept, with_particulars

ARRIVED, PRESENTED, TOLD = dt.date(2003, 11, 3), dt.date(2003, 12, 11), dt.date(2004, 1, 16)
TEN_WEEKS, SIXTEEN_WEEKS = dt.date(2004, 1, 12), dt.date(2004, 2, 23)
DAY = dt.timedelta(days=1)
VISITED = with_particulars(dates=Dates(on_site_from=ARRIVED, presentation=PRESENTED))
UNDATED = with_particulars(dates=Dates())


def out(published: dt.date, **more: object) -> Milestones:
    return Milestones(letters=TOLD, published=published, **more)


BREACHES = (
    Breach("J07", "a report a day short of ten weeks", VISITED, "wrong", ("",), out(TEN_WEEKS - DAY)),
    Breach("J07", "a report a day beyond sixteen", VISITED, "wrong", ("",), out(SIXTEEN_WEEKS + DAY)),
    Breach(
        "J07",
        "a report that only its own date tells of",
        with_particulars(dates=Dates(on_site_from=ARRIVED, report=dt.date(2004, 6, 1))),
        "wrong",
    ),
    Breach(
        "J08",
        "no day at all",
        UNDATED,
        "not there yet",
        ("arrival on site", "the presentation", "the score"),
    ),
    Breach("J08", "a score that no one has told", VISITED, "not there yet", ("the score",)),
    Breach("J08", "a report before the score", VISITED, "wrong", ("the report",), out(TOLD - DAY)),
    Breach(
        "J08",
        "a presentation before the visit",
        with_particulars("indicative", dates=Dates(on_site_from=ARRIVED, presentation=ARRIVED - DAY)),
        "wrong",
        ("the presentation",),
        Milestones(letters=TOLD),
    ),
)

KEPT = (
    Kept("J07", "a report after ten weeks to the day", VISITED, out(TEN_WEEKS)),
    Kept("J07", "a report after sixteen weeks to the day", VISITED, out(SIXTEEN_WEEKS)),
    Kept("J07", "a late one with a reason", VISITED, out(SIXTEEN_WEEKS + DAY, why_not_in_time="A flood.")),
    Kept("J07", "a report that is not out yet", VISITED),
    Kept("J07", "an arrival that no one noted, which J08 speaks of", UNDATED, out(TEN_WEEKS)),
    Kept("J08", "days in their order", VISITED, out(SIXTEEN_WEEKS)),
    Kept("J08", "a score told on the day of the presentation", VISITED, Milestones(letters=PRESENTED)),
    Kept(
        "J08",
        "a round table for a presentation",
        with_particulars(dates=Dates(on_site_from=ARRIVED)),
        Milestones(letters=TOLD, round_table=RoundTableHeld(on=PRESENTED)),
    ),
    Kept("J08", "a report that is not out yet", VISITED, Milestones(letters=TOLD)),
)
