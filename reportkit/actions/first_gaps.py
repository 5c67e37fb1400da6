"""The gaps of a report among what stands in the way: the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportkit.actions.intent import Obstacle
from reportkit.moderation.blocker import GAP, Blocker

_MOST: Final = 3


def first_gaps(blockers: Sequence[Blocker]) -> tuple[tuple[Blocker, ...], tuple[Obstacle, ...]]:
    """Return the blockers with no more than the first few gaps, and one line for the gaps that are left out."""
    gaps = [number for number, each in enumerate(blockers) if each.rule == GAP]
    kept = frozenset(range(len(blockers))) - frozenset(gaps[_MOST:])
    left = [blockers[number] for number in gaps[_MOST:]]
    shown = tuple(blockers[number] for number in sorted(kept))
    if not left:
        return shown, ()
    more = "1 more gap" if len(left) == 1 else f"{len(left)} more gaps"
    return shown, (Obstacle(f"The report has {more}.", left[0].command),)
