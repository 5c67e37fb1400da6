"""The rule list: every rule of the guidance that software can check or compute, 193 in 16 chapters.

It says what a rule is about, where it comes from, for which kinds of inspection it is and which act it
protects. Whether a rule is checked here yet is told by the rules room.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Final

from reportkit.guidance.rule_rows import (
    comments,
    coverage,
    evidence,
    fees,
    indicators,
    moderation,
    notification,
    own,
    partial,
    prospects,
    reinspection,
    scope,
    service,
    stories,
    team,
    text,
    timing,
)
from reportkit.guidance.rule_rows.row import RuleRow

CHAPTERS: Final[Mapping[str, str]] = {
    "A": "Scope, parties and rounds",
    "B": "What must come before the inspection",
    "C": "Indicative inspections, and how much is inspected",
    "D": "The inspection team",
    "E": "Evidence",
    "F": "Judgement 1: how good the service is",
    "G": "Performance indicators",
    "H": "Judgement 2: prospects, drivers and barriers",
    "I": "Moderation",
    "J": "Draft, comments, round table and presentation",
    "K": "Score letter, press release and funding",
    "L": "Re-inspection",
    "M": "Partial ALMOs, TMOs, and more ALMOs than one",
    "N": "Fees",
    "O": "Text and presentation",
    "S": "What news stories of the time imply",
}
"""Chapters by letter; S holds what news stories of the time imply, and is no part of the guidance."""

RULE_LIST: Final[Mapping[str, RuleRow]] = {
    row.id: row
    for row in chain(
        scope.ROWS,
        timing.ROWS,
        coverage.ROWS,
        team.ROWS,
        evidence.ROWS,
        service.ROWS,
        indicators.ROWS,
        prospects.ROWS,
        moderation.ROWS,
        comments.ROWS,
        notification.ROWS,
        reinspection.ROWS,
        partial.ROWS,
        fees.ROWS,
        text.ROWS,
        stories.ROWS,
    )
}

OWN_CHAPTER: Final = "T"
OWN_TITLE: Final = "Our own questions to what was written"
OWN_LIST: Final[Mapping[str, RuleRow]] = {row.id: row for row in own.ROWS}
"""Rows that neither the guidance nor a story gives; they are counted apart."""

ALL_ROWS: Final[Mapping[str, RuleRow]] = {**RULE_LIST, **OWN_LIST}
"""Every row that a rule can have."""


def rules_of(chapter: str) -> tuple[RuleRow, ...]:
    """Return the rows of one chapter by its letter, in order; none for a letter that is no chapter."""
    return tuple(row for row in RULE_LIST.values() if row.chapter == chapter)
