"""Chapter E: evidence."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("E01", "Which of the twelve reality checks were used", "39", FACT, EVERY_KIND),
    RuleRow("E02", "No focus group of users stands alone", "fn I p10", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E03", "No judgement rests on indicators alone", "66", ERROR, EVERY_KIND, ("submit",)),
    RuleRow("E04", "How indicators were worked out has been tested", "67", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E05", "A finding says what it means for users", "62", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E06", "A quality mark is no reason for a score by itself", "64, 65", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E07", "Which of the ten context sources were seen", "63", FACT, EVERY_KIND),
    RuleRow(
        "E08",
        "Ratings, agreements, audit reports and upheld complaints were considered",
        "78-82",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("E09", "Which evidence serves which key questions", "38", FACT, EVERY_KIND),
    RuleRow("E10", "Why there was this much checking", "40", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E11", "Satisfaction that parts from the findings is explained", "37", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "E12", "Satisfaction beside the national means, as a whole and by ethnicity", "43, 44, T3", FACT, EVERY_KIND
    ),
    RuleRow("E13", "What STATUS leaves out has other evidence", "46", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E14", "Vulnerable and minority groups are in the evidence", "52", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E15", "Tenants of tenant management organisations are included", "105", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E16", "Local conditions and past investment are stated", "54-56", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E17", "A weakness of the first six months is marked as teething", "97", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E18", "Evidence is of the ALMO's own time", "112", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("E19", "Evidence for each of the nine STATUS topics", "43, T1", FACT, EVERY_KIND),
    RuleRow("E20", "Which of the nine ways of asking tenants were used", "47, T2", FACT, EVERY_KIND),
)
