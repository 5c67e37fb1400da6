"""Chapter C: indicative inspections, and how much is inspected."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_ONLY, ERROR, EVERY_KIND, FACT, INDICATIVE, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "C01",
        "An indicative inspection falls between the reviews and the transfer",
        "100",
        WARNING,
        INDICATIVE,
        ("submit",),
    ),
    RuleRow(
        "C02",
        "An indicative inspection scores and advises, and never brings money",
        "101, 117",
        ERROR,
        INDICATIVE,
        ("notify",),
    ),
    RuleRow(
        "C03",
        "Fees of an indicative inspection are agreed with the Relationship Manager",
        "101",
        ERROR,
        INDICATIVE,
        ("submit",),
    ),
    RuleRow(
        "C04",
        "A good indicative result for the whole service narrows the ALMO inspection to governance and a light check",
        "102",
        FACT,
        ALMO_ONLY,
    ),
    RuleRow("C05", "A good indicative result for a part lightens that part alone", "103", FACT, ALMO_ONLY),
    RuleRow(
        "C06",
        "Services not covered before, or rated poor or fair, are inspected in full",
        "103",
        ("fact", "error"),
        ALMO_ONLY,
        ("submit",),
        condition="an error where such a service is left out of full inspection",
    ),
    RuleRow(
        "C07", "A lighter inspection has the earlier result that allows it", "102, 103", ERROR, ALMO_ONLY, ("submit",)
    ),
    RuleRow("C08", "Every earlier recommendation is traced", "80, 102, A2 KQ1", WARNING, EVERY_KIND, ("submit",)),
)
