"""What verifying found: one thing each, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

Level = Literal["note", "lapsed", "incomplete", "cannot tell", "forged"]
"""How bad it is: nothing wrong, but to be known for ever; a sign-off that holds no longer; something that is not as
it should be and proves nothing; what cannot be told here; damaged or forged."""

OUTCOMES: Final[tuple[Level, ...]] = ("forged", "cannot tell", "incomplete", "lapsed")
"""The levels that make a difference, the worst first."""


class Observation(Struct, frozen=True, kw_only=True):
    """One finding.

    `kind` is its name for programs, `where` a path or an inspection, `what` a sentence without its full stop,
    `commit` the one that did it ("" where that is not the point). `acknowledged` says which people know of it, and why
    it is so.
    """

    level: Level
    kind: str
    where: str
    what: str
    commit: str = ""
    acknowledged: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def listed(names: Sequence[str], most: int = 8) -> str:
    """Return the names with commas between them: the first ones, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def worst(findings: Iterable[Observation]) -> Level | None:
    """Return the worst level among the findings; None where the record is whole."""
    levels = {finding.level for finding in findings}
    return next((level for level in OUTCOMES if level in levels), None)
