"""A record before its judges: with what its writer had seen, and what it is held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import Record
from reportkit.moderation.sureness import day_of

Against: TypeAlias = Iterator[Objection]


class Hearing(Struct, frozen=True):
    """A record, what its writer had seen, and what it is held against."""

    entry: Entry
    past: Ledger
    policy: Policy
    case: Case

    @property
    def record(self) -> Record:
        """The record itself."""
        return self.entry.record

    @property
    def day(self) -> dt.date:
        """The day on which it was made."""
        return day_of(self.record)

    def against_future(self, what: str, on: dt.date, rule: str) -> Against:
        """Whether something that is said to have happened had not, when it was recorded."""
        if on > self.day:
            yield Objection(rule, f"{what} of {on} had not taken place yet")
