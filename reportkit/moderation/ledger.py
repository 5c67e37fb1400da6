"""What counts: the records that nothing speaks against, less those taken back; and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct

from reportkit.moderation.blocker import Objection
from reportkit.moderation.causal_order import Chronicle, Entry
from reportkit.moderation.comment_events import Comment, DraftSent, Extension
from reportkit.moderation.events import (
    Cover,
    Decision,
    Details,
    Meeting,
    Override,
    Query,
    QueryAnswer,
    Reversal,
    SignOff,
    Submitted,
    Withdrawal,
)
from reportkit.moderation.lazy import once
from reportkit.moderation.outcome_events import Letters, Published
from reportkit.moderation.subject import DRAFT, Signing

D = TypeVar("D", bound=Details)

_Kinds = Mapping[type[Any], tuple[tuple[Entry, Any], ...]]
"""Records with their details, by their events, in order."""

_REOPENING = (Meeting, Query, DraftSent, Extension)
"""What a decision must have seen: one that it has not seen reopens it, even where it was withdrawn since."""

_BEARING: Mapping[str, tuple[type[Details], ...]] = {
    "submission": (Submitted,),
    "round": (Submitted, Meeting),
    "agreed": (Submitted, Meeting),
    "withdrawn": (Withdrawal,),
    "open_queries": (Query, QueryAnswer, Withdrawal),
    "decision": (Decision, *_REOPENING, Comment, Letters),
}
"""What is handed on from one record to the next where nothing was reversed, and the events that could change it."""


@cache
def _handed_on(kind: type[Details]) -> tuple[str, ...]:
    """Return what one more record of this event leaves as it was."""
    return tuple(name for name, events in _BEARING.items() if kind not in events)


class SetAside(Struct, frozen=True):
    """A record that does not count, and why."""

    entry: Entry
    objections: tuple[Objection, ...]


class Ledger(Struct, frozen=True, dict=True):
    """The records that count, in order (`taken`), and those that do not (`aside`).

    Their result is cached beside them, for they never change.
    """

    chronicle: Chronicle = Chronicle()
    taken: tuple[Entry, ...] = ()
    aside: tuple[SetAside, ...] = ()

    def of(self, kind: type[D]) -> tuple[tuple[Entry, D], ...]:
        """Return the records of one event with their details, in order; without those that were undone."""
        found = self._kinds.get(kind, ())
        if Reversal not in self._kinds:
            return found
        return tuple(pair for pair in found if pair[0].digest not in self.undone)

    def find(self, digest: str) -> Entry | None:
        """Return the record with this digest, if it counts."""
        return self._by_digest.get(digest)

    def with_one_more(self, entry: Entry) -> Ledger:
        """Return the same where one more record counts, the last of them.

        The cost hardly grows with their number.
        """
        details = entry.record.details
        kind, known = type(details), self.__dict__
        more = Ledger(self.chronicle, (*self.taken, entry), self.aside)
        kinds = {**self._kinds, kind: (*self._kinds.get(kind, ()), (entry, details))}
        if Reversal not in kinds:  # any act of a person who had seen it makes the reversal void
            more.__dict__.update({name: known[name] for name in _handed_on(kind) if name in known})
        more.__dict__["_kinds"] = kinds
        more.__dict__["_places"] = self._places | 1 << self.chronicle.places[entry.digest]
        return more

    def known_to(self, entry: Entry) -> Ledger:
        """Return the part that the writer of `entry` had seen: mostly all that came before."""
        seen = self.chronicle.past[entry.digest]
        if not self._places & ~seen:
            return self
        return Ledger(self.chronicle, tuple(each for each in self.taken if self.chronicle.seen(each.digest, entry)))

    @once
    def _kinds(self) -> _Kinds:
        """Return the records that count, by their events; those too that were undone."""
        kinds: dict[type[Any], list[tuple[Entry, Any]]] = {}
        for entry in self.taken:
            kinds.setdefault(type(entry.record.details), []).append((entry, entry.record.details))
        return {kind: tuple(pairs) for kind, pairs in kinds.items()}

    @once
    def _places(self) -> int:
        """Return their places in the chronicle, as the bits of a number."""
        return sum(1 << self.chronicle.places[entry.digest] for entry in self.taken)

    @once
    def _by_digest(self) -> Mapping[str, Entry]:
        return {entry.digest: entry for entry in self.taken}

    @once
    def undone(self) -> frozenset[str]:
        """Return the digests of records that their writers reversed before another person had seen them."""
        reversals: tuple[tuple[Entry, Reversal], ...] = self._kinds.get(Reversal, ())
        return frozenset(details.of for entry, details in reversals if self._stands(entry, details))

    def _stands(self, reversal: Entry, details: Reversal) -> bool:
        """Return whether a reversal holds: another had not seen the act meanwhile, or it is a sign-off."""
        target = self.find(details.of)
        if target is None or isinstance(target.record.details, SignOff):
            return True
        seen = self.chronicle.seen
        return not any(
            seen(details.of, entry) and not seen(reversal.digest, entry)
            for entry in self.taken
            if entry.record.person != reversal.record.person
        )

    @once
    def withdrawn(self) -> dict[str, Entry]:
        """Return the withdrawal of each sign-off or query that was taken back, by the digest of what it takes back."""
        return {details.of: entry for entry, details in self.of(Withdrawal)}

    @once
    def submission(self) -> Entry | None:
        """Return the submission that moderation began with."""
        return next((entry for entry, _ in self.of(Submitted)), None)

    @once
    def round(self) -> int:
        """Return the round of moderation.

        It is 0 before submission, and one more for each meeting that asked for more [114].
        """
        current = 1 if self.submission else 0
        for entry, meeting in self.of(Meeting):
            if entry.record.round == current and meeting.asks_for_more:
                current += 1
        return current

    @once
    def agreed(self) -> Meeting | None:
        """Return the last meeting of this round; one that asked for more has ended its round."""
        current = self.round
        meetings = [meeting for entry, meeting in self.of(Meeting) if entry.record.round == current]
        return meetings[-1] if meetings else None

    @once
    def open_queries(self) -> tuple[Entry, ...]:
        """Return the queries that are neither answered nor withdrawn."""
        closed = {answer.query for _, answer in self.of(QueryAnswer)} | self.withdrawn.keys()
        return tuple(entry for entry, _ in self.of(Query) if entry.digest not in closed)

    @once
    def decision(self) -> tuple[Entry, Decision] | None:
        """Return the last decision, where it has seen everything that could have changed it."""
        last = self.last(Decision)
        if last is None:
            return None
        entry, decision = last
        reopened = any(not self.chronicle.seen(other.digest, entry) for other in self._reopening())
        return None if reopened else (entry, decision)

    def _reopening(self) -> Iterator[Entry]:
        """Yield what a decision must have seen; comments too, but not those made with the score known [117]."""
        for kind in _REOPENING:
            yield from (entry for entry, _ in self.of(kind))
        told = [entry.digest for entry, _ in self.of(Letters)]
        for entry, comment in self.of(Comment):
            if not comment.is_none and not any(self.chronicle.seen(digest, entry) for digest in told):
                yield entry

    @once
    def sent(self) -> tuple[Entry, DraftSent] | None:
        """Return the draft that was sent to the bodies last."""
        return self.last(DraftSent)

    @once
    def letters(self) -> tuple[Entry, Letters] | None:
        """Return the last letters with the score."""
        return self.last(Letters)

    @once
    def published(self) -> tuple[Entry, Published] | None:
        """Return the publication of the final report."""
        return self.last(Published)

    def last(self, kind: type[D]) -> tuple[Entry, D] | None:
        """Return the last record of one event, with its details."""
        found = self.of(kind)
        return found[-1] if found else None

    @once
    def signing(self) -> Signing:
        """Return what is signed now."""
        decision = self.decision
        return Signing("final", decision[0].digest) if decision else DRAFT

    def is_overridden(self, rule: str, about: str = "") -> bool:
        """Return whether a rule was set aside, altogether or about this."""
        return any(override.rule == rule and override.about in (None, about) for _, override in self.of(Override))

    def cover_of(self, entry: Entry) -> Cover | None:
        """Return the cover under which a record was made, if it counts."""
        found = self.find(entry.record.cover) if entry.record.cover else None
        if found is None or found.digest in self.undone or not isinstance(found.record.details, Cover):
            return None
        return found.record.details

    def principal(self, entry: Entry) -> str:
        """Return for whom a person acted: themselves, or the holder of the role that they covered."""
        found = self.find(entry.record.cover) if entry.record.cover else None
        details = found.record.details if found else None
        return details.holder if isinstance(details, Cover) else entry.record.person
