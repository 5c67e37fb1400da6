"""Chapter S: what news stories of the time imply."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("S00a", "Who does well in a service, and might be paid to help", "story 000", FACT, EVERY_KIND),
    RuleRow("S00b", "Bought-in help is suggested, never ordered", "story 000", WARNING, EVERY_KIND, ("publish",)),
    RuleRow(
        "S00c",
        "Who was advised to buy help stays out of public papers",
        "story 000",
        ERROR,
        EVERY_KIND,
        ("publish",),
        condition="what is published leaves them out",
    ),
    RuleRow("S00d", "Slow improvement belongs with uncertain or poor prospects", "story 000", FACT, EVERY_KIND),
    RuleRow("S01a", "The worst quarter by indicator, from this repository's own data", "story 001", FACT, EVERY_KIND),
    RuleRow(
        "S01b",
        "Competition is asked about even where a service is fair",
        "story 001",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow(
        "S01c",
        "Grave or lasting failure, or risk of harm, is pointed out",
        "story 001",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("S01d", "Unnamed sources are flagged", "story 001", WARNING, EVERY_KIND, ("publish",)),
    RuleRow(
        "S02a", "The register of service agreements: service, price, end, value, review", "story 002", FACT, EVERY_KIND
    ),
    RuleRow(
        "S02b",
        "Bought from the council for a year, then free: when it is reviewed",
        "story 002",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("S02c", "What the council says to it is a corporate driver or barrier", "story 002", FACT, EVERY_KIND),
    RuleRow("S02d", "ALMOs and authorities are counted apart", "story 002", WARNING, EVERY_KIND, ("publish",)),
    RuleRow(
        "S03a", "Closer management costs more: who pays, who gains", "story 003", WARNING, EVERY_KIND, ("publish",)
    ),
    RuleRow(
        "S03b", "Local context in whatever is recommended on caretaking", "story 003", WARNING, EVERY_KIND, ("publish",)
    ),
    RuleRow("S03c", "Policy Action Team 5 is among the national priorities", "story 003", FACT, EVERY_KIND),
    RuleRow(
        "S00e",
        "Only excellent authorities may trade, and subject to debt",
        "story 000",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("S02e", "Legal and financial contracts are the likeliest to change hands", "story 002", FACT, EVERY_KIND),
)
