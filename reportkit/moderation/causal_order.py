"""The order of a record: what had been seen when, told by the records alone.

Each record names the heads known to its writer, so that records make a graph. It is walked from the oldest; of two
records neither of which saw the other, the earlier declared time goes first, then the smaller digest. So the order
depends on nothing but the records themselves, and one more record that no other has seen moves none of them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from reportkit.moderation.record import Record
from reportkit.moderation.store import SignerEvidence

SLACK: Final = 3600
"""Seconds by which clocks of different computers may differ before it is said."""


class Entry(Struct, frozen=True, kw_only=True):
    """A record with the digest of its bytes, and what its store can tell of who brought it."""

    digest: str
    record: Record
    evidence: SignerEvidence = SignerEvidence()


class Hole(Struct, frozen=True, order=True):
    """A record that another has seen and that is not there: `missing` is its digest, `seen_by` the other's."""

    missing: str
    seen_by: str


class Fault(Struct, frozen=True, order=True):
    """A file among the records that is none, or not the one that its name says: the name, and why, as a sentence."""

    name: str
    why: str


class Chronicle(Struct, frozen=True):
    """The records of one inspection in order.

    `places` gives each digest's place in the order; `past` the places of everything its writer had seen, directly or
    through others, as the bits of a number. `holes` are records that another has seen and that are gone, `faults` files
    that cannot be believed.
    """

    entries: tuple[Entry, ...] = ()
    places: Mapping[str, int] = {}
    past: Mapping[str, int] = {}
    holes: tuple[Hole, ...] = ()
    faults: tuple[Fault, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def known_to(self, entry: Entry) -> Chronicle:
        """Return the part that the writer of `entry` had seen, which nothing that came later can change."""
        kept = tuple(each for each in self.entries if self.seen(each.digest, entry))
        return Chronicle(kept, self.places, self.past)

    def says_too_early(self, entry: Entry) -> bool:
        """Return whether a record declares an earlier time than what its writer had seen."""
        places = (self.places[name] for name in entry.record.seen if name in self.places)
        newest = max((self.entries[place].record.at for place in places), default=0)
        return entry.record.at + SLACK < newest

    def seen(self, earlier: str, later: Entry) -> bool:
        """Return whether the writer of `later` had seen the record with the digest `earlier`."""
        return earlier in self.places and bool(self.past[later.digest] >> self.places[earlier] & 1)


def chronicle(entries: Iterable[Entry], faults: Iterable[Fault] = ()) -> Chronicle:
    """Return the entries in order, whatever the order in which they are given."""
    by_digest = {entry.digest: entry for entry in entries}
    ordered = tuple(_walk(by_digest))
    places = {entry.digest: place for place, entry in enumerate(ordered)}
    holes = [Hole(name, entry.digest) for entry in ordered for name in entry.record.seen if name not in places]
    return Chronicle(ordered, places, _pasts(ordered, places), tuple(sorted(holes)), tuple(sorted(faults)))


def heads_of(seen: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the digests that none of the others has seen, sorted; `seen` gives what each record says it saw."""
    known = {name for names in seen.values() for name in names}
    return tuple(sorted(seen.keys() - known))


def _walk(entries: Mapping[str, Entry]) -> Iterator[Entry]:
    children: dict[str, list[Entry]] = {}
    waiting: dict[str, int] = {}
    ready: list[tuple[int, str]] = []
    for digest, entry in entries.items():
        parents = [name for name in entry.record.seen if name in entries]
        for parent in parents:
            children.setdefault(parent, []).append(entry)
        waiting[digest] = len(parents)
        if not parents:
            ready.append((entry.record.at, digest))
    heapq.heapify(ready)
    while ready:
        digest = heapq.heappop(ready)[1]
        yield entries[digest]
        for child in children.get(digest, ()):
            waiting[child.digest] -= 1
            if not waiting[child.digest]:
                heapq.heappush(ready, (child.record.at, child.digest))


def _pasts(ordered: Iterable[Entry], places: Mapping[str, int]) -> dict[str, int]:
    pasts: dict[str, int] = {}
    for entry in ordered:
        past = 0
        for name in entry.record.seen:
            if name in places:
                past |= pasts[name] | 1 << places[name]
        pasts[entry.digest] = past
    return pasts
