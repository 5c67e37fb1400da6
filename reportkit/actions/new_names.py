"""Other names beside the ids that people have: who may record them, so that no id passes to a stranger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportkit.actions.intent import Obstacle
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.own_changes import has_new_key, renamed
from reportkit.moderation.policy import Person, Policy


def against_new_names(entry: Entry, before: Policy, after: Policy, today: dt.date) -> Iterator[Obstacle]:
    """Yield why a change may not give people other names: `entry` is its record as it would be."""
    for old, new in renamed(before, after):
        if has_new_key(old, new):
            yield _with_new_key(old)
        if _has_key(old, today) and not _signed_by(old, entry, today):
            what = f"{old.name} has a key in policy.yaml, and records another name themselves, signed with that key."
            yield Obstacle(what, f"reportkit people rename {old.id} --name NAME")


def _with_new_key(old: Person) -> Obstacle:
    what = f"{old.name} gets another name and a new key at once. Record the name first, and the key afterwards."
    return Obstacle(what, f"reportkit people keys {old.id} --add FILE.pub")


def _has_key(person: Person, today: dt.date) -> bool:
    return any(key.until is None or today <= key.until for key in person.keys)


def _signed_by(person: Person, entry: Entry, today: dt.date) -> bool:
    return entry.record.person == person.id and person.owns(entry.evidence.key, today)
