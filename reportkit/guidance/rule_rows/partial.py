"""Chapter M: Partial ALMOs, TMOs, and more ALMOs than one."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, WARNING, RuleRow

ROWS: Final = (
    RuleRow("M01", "Each ALMO is inspected and scored on its own", "106", ERROR, ALMO_AND_AGAIN, ("notify",)),
    RuleRow(
        "M02",
        "Central services are inspected with the local ALMO they serve",
        "106",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow("M03", "The authority's indicators are combined", "107", ERROR, ALMO_AND_AGAIN, ("publish",)),
    RuleRow(
        "M04",
        "Each ALMO compares itself with ALMOs or with bodies of its size",
        "107",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "M05",
        "Services of tenant management organisations count, and who governs them is noted",
        "105",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
)
