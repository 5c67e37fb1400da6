"""Cases of chapter L: re-inspection."""

from __future__ import annotations

import datetime as dt

from reportkit.inspection.milestones import Milestones, Reinspection
from tests.rules.builders import Breach, Kept, but, earlier, good, plus, rated

OUT, SOONEST = dt.date(2003, 8, 31), dt.date(2004, 2, 29)
DAY = dt.timedelta(days=1)
FAIR = rated(service="fair")


def agreed(on: dt.date, published: dt.date | None = OUT, **more: object) -> Milestones:
    return Milestones(published=published, reinspection=Reinspection(on=on, **more))


BREACHES = (
    Breach("L01", "a fair service without a day", FAIR, "not there yet"),
    Breach("L01", "a poor one", rated("re-inspection", service="poor"), "not there yet"),
    Breach("L02", "a day before the leap day", FAIR, "wrong", ("",), agreed(SOONEST - DAY)),
    Breach("L02", "the letter's six months", FAIR, "wrong", ("",), agreed(dt.date(2004, 2, 1))),
    Breach("L04", "ten months without a reason", FAIR, "not there yet", ("",), agreed(dt.date(2004, 6, 30))),
    Breach(
        "L06",
        "an earlier weakness that no one has looked at",
        plus(good(), earlier=(earlier("noisy"),)),
        "not there yet",
        ("noisy",),
    ),
    Breach("L06", "a re-inspection that traces nothing", but(good("re-inspection"), earlier=()), "not there yet"),
)

KEPT = (
    Kept("L01", "a fair service with a day", FAIR, agreed(SOONEST)),
    Kept("L01", "a good service", good()),
    Kept("L01", "one that is not judged yet", rated(service=None)),
    Kept("L02", "six months to the day", FAIR, agreed(SOONEST)),
    Kept("L02", "a provisional day before the report is out", FAIR, agreed(dt.date(2003, 9, 1), None)),
    Kept("L02", "no day, which L01 speaks of", FAIR, Milestones(published=OUT)),
    Kept("L04", "nine months", FAIR, agreed(dt.date(2004, 5, 31))),
    Kept("L04", "ten months with a reason", FAIR, agreed(dt.date(2004, 6, 30), why="A new contractor.")),
    Kept("L06", "everything traced", plus(good(), earlier=(earlier("x", outcome="in-part"),))),
    Kept("L06", "a first inspection with nothing before it", good()),
    Kept("L06", "a re-inspection that traces", good("re-inspection")),
)
