"""One day on an inspection's timetable: what is to happen or has happened, by when, and where that comes from."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from reportkit.timetable.working_days import is_known, working_days_between

Nature = Literal["deadline", "earliest", "model"]
"""By that day; not before that day; or only what a usual course would have."""

State = Literal["done", "late", "due", "from", "model", "open"]
"""It happened; its day has passed; its day comes; it may be from its day on; a usual course; no day is set yet."""


def marks(names: Iterable[str]) -> tuple[str, ...]:
    """Something to call each of these by, which stays when their order changes; a name that comes again is counted."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        seen[mark] += 1
        found.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return tuple(found)


class Appointment(Struct, frozen=True, kw_only=True):
    """One line of a timetable.

    `key` is its name within the inspection and never changes. `due` is its day, `done` the day on which it happened.
    `until` is the last day where it is a span. `paragraph` is the guidance's, "" where people set the day themselves.
    """

    key: str
    what: str
    paragraph: str = ""
    nature: Nature = "deadline"
    due: dt.date | None = None
    until: dt.date | None = None
    done: dt.date | None = None
    note: str = ""

    @property
    def last(self) -> dt.date | None:
        """The last day for it."""
        return self.until or self.due

    @property
    def day(self) -> dt.date | None:
        """The day under which it stands: when it happened, or when it should."""
        return self.done or self.due

    @property
    def has_event(self) -> bool:
        """Return whether calendars have it: it has a day that they reach, and is no usual course alone."""
        day = self.done or self.last
        return day is not None and is_known(day) and self.nature != "model"

    def state(self, today: dt.date) -> State:
        """Return how it stands on a day."""
        if self.done is not None:
            return "done"
        if self.last is None:
            return "open"
        if self.nature != "deadline":
            return "model" if self.nature == "model" else "from"
        return "late" if self.last < today else "due"

    def working_days(self, today: dt.date) -> int | None:
        """Working days left until its last day, below 0 where that has passed; None where nothing is awaited.

        None, too, for a day so far off that its bank holidays are not known.
        """
        last = self.last
        if self.done is not None or last is None or self.nature == "model" or not is_known(last):
            return None
        return working_days_between(today, last)
