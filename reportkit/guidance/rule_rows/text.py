"""Chapter O: text and presentation."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "O01",
        "Abbreviations are written out at first, and words used as the glossary has them",
        "Glossary",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("O02", "The text is in plain language", "53", WARNING, EVERY_KIND, ("publish",)),
    RuleRow(
        "O03",
        "Cross-references are right; three of the guidance's own are not",
        "80, 81, 100",
        WARNING,
        EVERY_KIND,
        ("publish",),
    ),
    RuleRow("O04", '"Tenants" takes in leaseholders and other users', "fn p9", FACT, EVERY_KIND),
    RuleRow("O05", "Good practice worth sharing is marked", "23, 121", FACT, EVERY_KIND),
    RuleRow("O06", "Bodies have the names of 2003", "Glossary", WARNING, EVERY_KIND, ("publish",)),
    RuleRow(
        "O07",
        "A recommendation has an owner, a date and a weakness it answers",
        "A2 KQ2",
        WARNING,
        EVERY_KIND,
        ("publish",),
        our_reading=True,
    ),
    RuleRow(
        "O08", "A recommendation goes to the body that can act on it", "86, 93, A3", WARNING, EVERY_KIND, ("publish",)
    ),
)
