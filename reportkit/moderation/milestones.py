"""What the record tells the rules: the dates and facts of its events, as plain values."""

from __future__ import annotations

import datetime as dt

from reportkit.inspection.milestones import Milestones
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.order import Entry
from reportkit.moderation.sureness import day_of


def milestones_of(ledger: Ledger) -> Milestones:
    """The milestones that the records which count have reached; days are those of Europe/London."""
    decision = ledger.decision
    return Milestones(
        submitted=_day(ledger.submission),
        decided=_day(decision[0] if decision else None),
    )


def _day(entry: Entry | None) -> dt.date | None:
    return day_of(entry.record) if entry else None
