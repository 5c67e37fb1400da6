"""Letters that were sent, and letters that still wait [117]."""

from __future__ import annotations

from reportkit.errors import Refused
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.outcome_events import Addressee, Correction, Dispatch, Letters


def unsent(ledger: Ledger) -> tuple[tuple[Addressee, Entry], ...]:
    """Return who still waits for a document of the last letters or its correction, with what issued it."""
    gone = {(details.of, details.to) for _, details in ledger.of(Dispatch)}
    return tuple((to, entry) for to, entry in _due(ledger) if (entry.digest, to) not in gone)


def to_be_sent(ledger: Ledger, to: Addressee) -> str:
    """Return the record whose document goes to an addressee: the first not sent, else the last. Raises Refused."""
    due = [entry for addressee, entry in _due(ledger) if addressee == to]
    if not due:
        raise Refused("Nothing was issued that could go there", remedy="`reportkit history` shows what was issued.")
    waiting = [entry for addressee, entry in unsent(ledger) if addressee == to]
    return (waiting[0] if waiting else due[-1]).digest


def _due(ledger: Ledger) -> tuple[tuple[Addressee, Entry], ...]:
    told = ledger.letters
    if told is None:
        return ()
    entry, letters = told
    documents = _documents(letters)
    due = [(to, entry) for to in documents.values()]
    for later, correction in ledger.of(Correction):
        if correction.of == entry.digest and correction.original in documents:
            documents[correction.document] = documents[correction.original]
            due.append((documents[correction.original], later))
    return tuple(due)


def _documents(letters: Letters) -> dict[str, Addressee]:
    """Whom each document goes to, by its name."""
    addressees: dict[str, Addressee] = {letter.document: letter.body for letter in letters.letters}
    return {**addressees, **({letters.release.document: "press"} if letters.release else {})}
