"""What the record and the casework tell the rules: dates and facts, as plain values."""

from __future__ import annotations

import datetime as dt

from reportkit.inspection.casework import Casework
from reportkit.inspection.milestones import Milestones
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.order import Entry
from reportkit.moderation.sureness import day_of

_NO_CASEWORK = Casework()


def milestones_of(ledger: Ledger, casework: Casework = _NO_CASEWORK) -> Milestones:
    """The milestones that the records which count have reached; days are those of England."""
    decision = ledger.decision
    return Milestones(
        casework=casework,
        submitted=_day(ledger.submission),
        decided=_day(decision[0] if decision else None),
    )


def _day(entry: Entry | None) -> dt.date | None:
    return day_of(entry.record) if entry else None
