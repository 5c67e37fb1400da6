"""From what a store keeps to the record in order; and what among it cannot be believed."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.errors import Damaged, Newer
from reportkit.moderation.causal_order import Chronicle, Entry, Fault, chronicle
from reportkit.moderation.codec import digest_of, is_name_of, name_of, parse
from reportkit.moderation.store import Stored


def tell(stored: Iterable[Stored]) -> Chronicle:
    """Return the records in order. A file that is no record, or not the one its name says, is among the faults.

    Raises Newer where a newer reportkit made one: what follows from the others is then unknown here.
    """
    entries: list[Entry] = []
    faults: list[Fault] = []
    for each in stored:
        try:
            entries.append(_entry(each))
        except (Damaged, Newer) as error:
            faults.append(_fault(each, error))
    return chronicle(entries, faults)


def _fault(stored: Stored, error: Damaged | Newer) -> Fault:
    """Return the fault; raises Newer for a record that is the one its name says, and of a later form."""
    if isinstance(error, Newer) and is_name_of(stored.name, digest_of(stored.data)):
        raise Newer(error.what, where=stored.name, remedy=error.remedy) from None
    return Fault(stored.name, str(error))


def _entry(stored: Stored) -> Entry:
    record, digest = parse(stored.data), digest_of(stored.data)
    name = name_of(record, digest)
    if stored.name != name:
        raise Damaged(f"A record is not the one that its name says: this is {name}")
    return Entry(digest=digest, record=record, evidence=stored.evidence)
