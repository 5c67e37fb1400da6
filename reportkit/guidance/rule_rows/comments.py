"""Chapter J: draft, comments, round table and presentation."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("J01", "Draft copies go to the ALMO and the authority", "115", ERROR, EVERY_KIND, ("decide",)),
    RuleRow("J02", "Comments are invited in writing", "115", ERROR, EVERY_KIND, ("decide",)),
    RuleRow(
        "J03", "Comments before the round table or after: agreed with both", "115", ERROR, ALMO_AND_AGAIN, ("send",)
    ),
    RuleRow(
        "J04",
        "The round table was held, on a date and with people named",
        "115",
        ERROR,
        ALMO_AND_AGAIN,
        ("decide",),
        override=True,
    ),
    RuleRow(
        "J05",
        "Every comment is logged and answered before the final score",
        "115, 117",
        ERROR,
        EVERY_KIND,
        ("decide",),
        override=True,
        our_reading=True,
    ),
    RuleRow("J06", "A wider presentation, where it is wanted or serves", "116", WARNING, EVERY_KIND, ("decide",)),
    RuleRow(
        "J07",
        "Ten to sixteen weeks from arrival to final report",
        "113",
        WARNING,
        ALMO_AND_AGAIN,
        ("publish",),
        condition="where it is shorter or longer",
    ),
    RuleRow(
        "J08",
        "On site, presentation, score and final report come in that order",
        "113, 117",
        ERROR,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("J09", "How intense the inspection was explains how long it took", "113", FACT, ALMO_AND_AGAIN),
)
