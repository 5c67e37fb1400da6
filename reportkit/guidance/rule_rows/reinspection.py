"""Chapter L: re-inspection."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "L01",
        "Below good, a date for re-inspection is agreed with the authority",
        "118",
        ERROR,
        ALMO_AND_AGAIN,
        ("reinspect",),
    ),
    RuleRow(
        "L02",
        "A re-inspection is at least six months after the report came out",
        "118",
        ERROR,
        ALMO_AND_AGAIN,
        ("reinspect",),
        override=True,
        our_reading=True,
    ),
    RuleRow("L03", "The earliest day for a re-inspection", "118", FACT, ALMO_AND_AGAIN),
    RuleRow("L04", "Why a re-inspection is later than it need be", "118", WARNING, ALMO_AND_AGAIN, ("reinspect",)),
    RuleRow(
        "L05", "The ODPM tells what becomes of the allocation, which is not held for ever", "118", FACT, ALMO_AND_AGAIN
    ),
    RuleRow(
        "L06",
        "A re-inspection looks at each earlier weakness and recommendation",
        "80, A2",
        WARNING,
        ALMO_AND_AGAIN,
        ("reinspect",),
    ),
    RuleRow(
        "L07",
        "Good with poor prospects is no case for re-inspection, but is for the ODPM",
        "30, 118",
        FACT,
        ALMO_AND_AGAIN,
    ),
)
