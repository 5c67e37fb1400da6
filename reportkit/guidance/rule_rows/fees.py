"""Chapter N: fees."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, FACT, INDICATIVE, WARNING, RuleRow

ROWS: Final = (
    RuleRow("N01", "Fees in rounds 1 and 2 lay between £17,000 and £50,000", "120", WARNING, ALMO_AND_AGAIN),
    RuleRow("N02", "A fee follows stock and last score, by no scale that is given", "120", FACT, ALMO_AND_AGAIN),
    RuleRow("N03", "The tool works out no fee for round 3", "120", ERROR, ALMO_AND_AGAIN, ("design",)),
    RuleRow("N04", "The fee of an indicative inspection, as in C03", "101", ERROR, INDICATIVE),
)
