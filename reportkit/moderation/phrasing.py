"""Words fitted into a sentence on one line: of what people wrote, and of clauses that begin one."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.inspection.milestones import Body
from reportkit.moderation.words import BODIES


def in_a_line(text: str) -> str:
    """Return the words on one line."""
    return " ".join(text.split())


def shortened(words: str, most: int) -> str:
    """Return the words, or as many characters of them as `most`, the last of which says that there are more."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def capitalised(clause: str) -> str:
    """Return the clause as a sentence begins."""
    return clause[:1].upper() + clause[1:]


def bodies_of(bodies: Iterable[Body]) -> str:
    """Bodies as people call them: "the authority and the ALMO"."""
    return " and ".join(BODIES[body] for body in bodies)
