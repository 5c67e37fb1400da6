"""What stands in the way and what comes next: each in a sentence, with the command that does something about it."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from msgspec import Struct

Held = Literal["submit", "sign-off", "send", "decide", "notify", "publish", "reinspect"]
"""The act that something stands in the way of: handing in, signing, sending the draft out, deciding the score, telling
it, publishing the report, agreeing a re-inspection."""

GAP: Final = "gap"
"""What a blocker carries in place of a rule where the document that would go out has a gap."""


class Step(Struct, frozen=True, kw_only=True):
    """Something to do: what, the command, the ids of those who can ("()": anyone), by when it is due."""

    what: str
    command: str
    who: tuple[str, ...] = ()
    due: dt.date | None = None


class Blocker(Step, frozen=True, kw_only=True):
    """Something in the way of an act, by which rule ("record": the record itself), and the command that clears it.

    It holds up the act and every later one, but for those that it `lets` pass. `about` tells it from others of its
    rule, or is "".
    """

    rule: str
    holds: Held
    lets: tuple[Held, ...] = ()
    about: str = ""


class Objection(Struct, frozen=True):
    """Why a record does not count, by which rule ("record": the record itself), as a clause.

    `command` does something about it where the record is about to be made; "" where none does.
    """

    rule: str
    what: str
    command: str = ""

    def __str__(self) -> str:
        return self.what


def moderate(act: str, inspection: str, *more: str) -> str:
    """Return the command that records an act."""
    return " ".join(("reportkit moderate", act, inspection, *more))


def comments(act: str, inspection: str, *more: str) -> str:
    """Return the command that records what happens with the bodies."""
    return " ".join(("reportkit comments", act, inspection, *more))


def short(digest: str) -> str:
    """As much of a digest as people type."""
    return digest[:12]
