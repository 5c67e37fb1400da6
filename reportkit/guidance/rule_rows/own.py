"""Chapter T: questions of our own to what was written, beside the rows of the list."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import EVERY_KIND, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "T01",
        "A strength and a weakness do not rest on the same evidence for the same question",
        "114",
        WARNING,
        EVERY_KIND,
        ("submit",),
        our_reading=True,
    ),
    RuleRow(
        "T02",
        "A figure in a text is that of the indicator it cites",
        "66, 67",
        WARNING,
        EVERY_KIND,
        ("submit",),
        our_reading=True,
    ),
    RuleRow("T03", "No two findings say the same", "114", WARNING, EVERY_KIND, ("submit",), our_reading=True),
    RuleRow(
        "T04",
        "No telephone number, e-mail address or full postcode stands in findings or evidence",
        "",
        WARNING,
        EVERY_KIND,
        ("submit",),
        our_reading=True,
    ),
)
