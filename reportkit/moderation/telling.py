"""From what a store keeps to the record in order; and what among it cannot be believed."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.errors import Damaged
from reportkit.moderation.codec import digest_of, name_of, parse
from reportkit.moderation.order import Chronicle, Entry, Fault, chronicle
from reportkit.moderation.store import Stored


def tell(stored: Iterable[Stored]) -> Chronicle:
    """The records in order. A file that is no record, or not the one its name says, is told among the faults."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    for each in stored:
        try:
            entries.append(_entry(each))
        except Damaged as error:
            faults.append(Fault(each.name, str(error)))
    return chronicle(entries, faults)


def _entry(stored: Stored) -> Entry:
    record, digest = parse(stored.data), digest_of(stored.data)
    name = name_of(record, digest)
    if stored.name != name:
        raise Damaged(f"A record is not the one that its name says: this is {name}")
    return Entry(digest=digest, record=record, evidence=stored.evidence)
