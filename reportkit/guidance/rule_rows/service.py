"""Chapter F: judgement 1: how good the service is."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("F01", "The service is poor, fair, good or excellent", "1, 63, 103, T7", ERROR, EVERY_KIND, ("submit",)),
    RuleRow("F02", "One score for all services", "104", ERROR, EVERY_KIND, ("submit",)),
    RuleRow(
        "F03",
        "Each of the three questions behind the first judgement is answered",
        "28",
        ERROR,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "F04", "Every cell of Appendix 1 has evidence, or a reason why not", "A1, 29", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("F05", "Excellent: tenants set, monitor and review standards", "42", ERROR, EVERY_KIND, ("submit",)),
    RuleRow(
        "F06",
        "Excellent: tenants are satisfied for their rent, and expect better yet",
        "42",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "F07",
        "Excellent: stock, tenants, money and the strategy for decent homes",
        "25",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "F08",
        "Excellent: some indicators in the best quarter, or the local context that explains it",
        "73",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("F09", "Excellent: the race equality code is followed", "77", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "F10", "Excellent: the national priorities are in place", "50, 51, fn I p14", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("F11", "The thirteen standards that hold everywhere are covered", "53", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("F12", "The tool never works out a score from ticks", "26", ERROR, EVERY_KIND, ("design",)),
    RuleRow(
        "F13",
        "Strengths and weaknesses are in keeping with the rating",
        "26, 42, 63",
        WARNING,
        EVERY_KIND,
        ("submit",),
        our_reading=True,
    ),
    RuleRow("F14", "Gas appliances are serviced each year", "A1 2.2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("F15", "Options appraised by July 2005, the best quarter by 2005", "A1 1.1, A1 3.1", FACT, EVERY_KIND),
    RuleRow("F16", "Consultation can be traced to what was decided", "48", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "F17",
        "The compact is agreed, and tenants had their part in options and in the ALMO",
        "49",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("F18", "Regeneration and partnership are covered", "60", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("F19", "Services have aims, standards and monitoring", "61", WARNING, EVERY_KIND, ("submit",)),
)
