"""Chapter I: moderation."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ERROR, EVERY_KIND, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "I01",
        "Moderators: regional Lead Inspector, ALMO co-ordinator, one more senior manager",
        "114",
        ERROR,
        EVERY_KIND,
        (
            "send",
            "notify",
        ),
    ),
    RuleRow("I02", "They are three people", "114", ERROR, EVERY_KIND, ("sign-off",), override=True, our_reading=True),
    RuleRow(
        "I03",
        "The Lead Inspector is that of the authority's region",
        "114",
        WARNING,
        EVERY_KIND,
        ("sign-off",),
        our_reading=True,
    ),
    RuleRow("I04", "No moderator is on the inspection team", "", WARNING, EVERY_KIND, ("sign-off",), our_reading=True),
    RuleRow("I05", "Evidence, judgements and report are all signed off", "114", ERROR, EVERY_KIND, ("sign-off",)),
    RuleRow(
        "I06",
        "What moderators asked for was answered and weighed before they decided",
        "114",
        ERROR,
        EVERY_KIND,
        ("sign-off",),
    ),
    RuleRow("I07", "Each judgement is recorded as agreed or changed, and why", "114", WARNING, EVERY_KIND, ("decide",)),
    RuleRow("I08", "No letter before moderation and comments are done", "114, 117", ERROR, EVERY_KIND, ("notify",)),
)
