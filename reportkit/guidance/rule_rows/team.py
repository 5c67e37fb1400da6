"""Chapter D: the inspection team."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "D01", "A tenant inspection adviser is on the team", "35, 111", ERROR, EVERY_KIND, ("submit",), override=True
    ),
    RuleRow(
        "D02", "A tenant inspection adviser is a council tenant, and trained", "35, 36", ERROR, EVERY_KIND, ("submit",)
    ),
    RuleRow("D03", "No tenant inspection adviser inspects their own landlord", "35", ERROR, EVERY_KIND, ("submit",)),
    RuleRow(
        "D04", "One inspector knows this authority from an earlier inspection", "111", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("D05", "One inspector comes from another region", "111", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("D06", "What the size of the team rests on", "111", FACT, EVERY_KIND),
    RuleRow(
        "D07",
        "The external auditor took part, or was spoken with in detail and their work read",
        "81, 93, 111",
        ERROR,
        EVERY_KIND,
        ("submit",),
        condition="where auditors are neither involved nor spoken with",
    ),
    RuleRow("D08", "The auditor's work is not done twice", "93", WARNING, EVERY_KIND, ("submit",)),
)
