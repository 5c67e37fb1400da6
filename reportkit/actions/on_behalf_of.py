"""An act that an administrator enters for another person: for whom, on which reply, and the message they get."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Reported


class Notice(Struct, frozen=True):
    """A message to a person about what was recorded in their name: its words, and the bytes of the .eml file."""

    words: str
    data: bytes


class Behalf(Struct, frozen=True, kw_only=True):
    """For whom an act is entered, the reply that it rests on, where the notice to them goes, and what writes it."""

    person: Person
    reported: Reported
    target: Path
    notice: Callable[[Entry], Notice]
