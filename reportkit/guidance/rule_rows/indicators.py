"""Chapter G: performance indicators."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("G01", "Table 6: at or better than the best quarter, or worse", "T6, 76", FACT, EVERY_KIND),
    RuleRow("G02", "Which way each Table 6 indicator should go", "T6", FACT, EVERY_KIND),
    RuleRow(
        "G03",
        "Indicators are compared within their own type of authority",
        "74, 75",
        ERROR,
        EVERY_KIND,
        ("submit",),
        condition="where the other type is taken for its own",
    ),
    RuleRow("G04", "The figures of Table 6", "T6", FACT, EVERY_KIND),
    RuleRow(
        "G05",
        "The year of the figures is named, and another year is pointed out",
        "76",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("G06", "Which national indicators are current, and which old", "T3, T4, T6, 68", FACT, EVERY_KIND),
    RuleRow("G07", "Every indicator has its definition, year and unit", "T3", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("G08", "Local indicators are optional, and welcome", "63, 70, T5", FACT, EVERY_KIND),
    RuleRow(
        "G09",
        "With more ALMOs than one, the council's figures are combined and each compares its own",
        "107",
        ERROR,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "G10", "Targets stretch, can be reached and stand in the plans", "71, 72", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("G11", "The change in homes not decent is worked out again", "T3", FACT, EVERY_KIND),
    RuleRow("G12", "Which of the benchmarking club's three sets of data were seen", "69", FACT, EVERY_KIND),
    RuleRow("G13", "Direction and unit of the indicators outside Table 6", "T3, T5", FACT, EVERY_KIND),
)
