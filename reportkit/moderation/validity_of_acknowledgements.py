"""What speaks against an acknowledgement, or the agreement to one, by the record alone."""

from __future__ import annotations

from reportkit.moderation.blocker import Objection, short
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.judged_record import Against, JudgedRecord


def against_acknowledgement(judged: JudgedRecord, _: Acknowledgement) -> Against:
    """Yield that it is not signed with a listed key."""
    if judged.known.sure is not None and judged.known.sure != "proven":
        yield Objection("record", "an acknowledgement is signed with a listed key")


def against_agreement(judged: JudgedRecord, details: Agreement) -> Against:
    """Yield that it is not signed, or that no other person proposed what it agrees to."""
    if judged.known.sure is not None and judged.known.sure != "proven":
        yield Objection("record", "the agreement to an acknowledgement is signed with a listed key")
    found = judged.past.find(details.to)
    if found is None or not isinstance(found.record.details, Acknowledgement):
        yield Objection("record", f"{short(details.to)} proposes nothing that could be agreed to")
    elif found.record.person == judged.record.person:
        yield Objection("record", "another person than the one who proposed it must agree")
