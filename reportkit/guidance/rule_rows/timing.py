"""Chapter B: what must come before the inspection."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_ONLY, ERROR, EVERY_KIND, FACT, INDICATIVE, WARNING, RuleRow

ROWS: Final = (
    RuleRow(
        "B01",
        "On site no sooner than six months after the ALMO took over",
        "96, 112",
        ERROR,
        ALMO_ONLY,
        ("submit",),
        override=True,
        our_reading=True,
    ),
    RuleRow("B02", "The earliest day for an inspection", "112, T7", FACT, ALMO_ONLY),
    RuleRow(
        "B03",
        "The Lead Housing Inspector agreed the dates beforehand with council and ALMO",
        "96",
        ERROR,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B04",
        "Every key service had its Best Value review before the inspection",
        "100, 108, 112, 14",
        ERROR,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B05",
        "A review from before the transfer is not asked for twice; its improvements are followed up",
        "108",
        WARNING,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B06",
        "Reviews of repairs, capital works, rent, estates and any other service transferred",
        "109",
        WARNING,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B07",
        "Each review takes in diversity, participation, access and value for money",
        "109",
        WARNING,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B08",
        "Support services are reviewed in time, or have a clear programme",
        "110",
        WARNING,
        ALMO_ONLY,
        ("submit",),
    ),
    RuleRow(
        "B09",
        "Documents were asked of the council beforehand, the board's minutes among them",
        "94",
        ERROR,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("B10", "A board meeting near the time on site is watched", "94", WARNING, ALMO_ONLY, ("submit",)),
    RuleRow("B11", "The board is offered a presentation in the months before", "95", FACT, ALMO_ONLY),
    RuleRow(
        "B12",
        "An indicative inspection wanted before the end of 2003 is discussed with the Lead Housing Inspector",
        "119",
        WARNING,
        INDICATIVE,
        ("submit",),
    ),
    RuleRow("B13", "Self-assessments on the three appendices are on file", "33", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "B14",
        "Constitution, agreement, Delivery Plan and consent are on file, with what departs from the standard",
        "21, 90, fn p39",
        WARNING,
        ALMO_ONLY,
        ("submit",),
    ),
)
