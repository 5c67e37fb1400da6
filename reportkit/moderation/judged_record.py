"""A record before its judges: with what its writer had seen, and what it is held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from reportkit.moderation.attribution import Known, day_of, how_sure
from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.record import Record

Against: TypeAlias = Iterator[Objection]


class JudgedRecord(Struct, frozen=True):
    """A record, what its writer had seen, and what it is held against.

    `person` is who acts, None where policy does not know that id; `known` how sure it is that they did; `day` the
    one on which the record was made.
    """

    entry: Entry
    record: Record
    past: Ledger
    policy: Policy
    case: Case
    person: Person | None
    known: Known
    day: dt.date

    @classmethod
    def of(cls, entry: Entry, past: Ledger, policy: Policy, case: Case) -> JudgedRecord:
        """Return the judged of an entry; what every judge asks about it is found once."""
        record = entry.record
        known = how_sure(record, entry.evidence, policy)
        return cls(entry, record, past, policy, case, policy.person(record.person), known, day_of(record))

    def against_future(self, what: str, on: dt.date, rule: str) -> Against:
        """Check whether something that is said to have happened had not, when it was recorded."""
        if on > self.day:
            yield Objection(rule, f"{what} of {on} had not taken place yet")
