"""How sure it is who acted: proven by a key, claimed by Git's name, reported by an administrator, or not known."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from reportkit.moderation.policy import Person, Policy, Sure
from reportkit.moderation.record import Record
from reportkit.moderation.store import SignerEvidence


class Known(Struct, frozen=True):
    """The degree of certainty, or None; then `why` is a clause that says what speaks against it."""

    sure: Sure | None
    why: str = ""


def how_sure(record: Record, evidence: SignerEvidence, policy: Policy) -> Known:
    """Return how sure it is that the record is its person's, by the policy given.

    A record that one person entered for another is never more than reported, and not even that where it is not known
    to be an administrator who entered it.
    """
    actor = record.reported.by if record.reported else record.person
    person = policy.person(actor)
    if person is None:
        return Known(None, f"policy.yaml lists no one called {actor}")
    known = _of_one(person, evidence, policy, day_of(record))
    if known.sure is None or record.reported is None:
        return known
    if actor == record.person:
        return Known(None, f"{person.name} cannot enter their own reply for themselves")
    if not person.holds("administrator", day_of(record)):
        return Known(None, f"{person.name}, who entered the reply, is no administrator")
    return Known("reported")


def reported_by(record: Record, policy: Policy) -> str:
    """Return "reported by Gus Pym" for a record that was entered for another; "" for what people did themselves."""
    return f"reported by {policy.name_of(record.reported.by)}" if record.reported else ""


def day_of(record: Record) -> dt.date:
    """Return the day of a record's declared time, in England."""
    return day_at(record.at)


@lru_cache(maxsize=1 << 14)
def day_at(seconds: int) -> dt.date:
    """Return the day in England of a time in seconds since 1970."""
    return dt.datetime.fromtimestamp(seconds, _england()).date()


@cache
def _england() -> ZoneInfo:
    return ZoneInfo("Europe/London")


def must_sign_with_key(person: Person, policy: Policy, on: dt.date) -> bool:
    """Return whether strict judging asks a person for a signature: one of their keys counts on that day."""
    return policy.is_strict and any(key.until is None or on <= key.until for key in person.keys)


def _of_one(person: Person, evidence: SignerEvidence, policy: Policy, on: dt.date) -> Known:
    if evidence.fault:
        return Known(None, evidence.fault)
    if evidence.key:
        owned = person.owns(evidence.key, on)
        return Known("proven") if owned else Known(None, f"it is signed with a key that is not {person.name}’s")
    if policy.signatures == "required":
        return Known(None, "it is not signed, and policy asks for signatures")
    if must_sign_with_key(person, policy, on):
        return Known(None, f"it is not signed, and policy.yaml lists a key for {person.name}")
    if evidence.email.casefold() != person.email.casefold():
        return Known(None, f"Git names {evidence.email or 'no one'}, which is not {person.name}’s address")
    return Known("claimed")
