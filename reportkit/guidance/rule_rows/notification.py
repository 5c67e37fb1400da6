"""Chapter K: score letter, press release and funding."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, EVERY_KIND, FACT, INDICATIVE, WARNING, RuleRow

ROWS: Final = (
    RuleRow("K01", "The letter goes to authority, ALMO and ODPM", "117", ERROR, EVERY_KIND, ("notify",)),
    RuleRow("K02", "The press release is of the same day", "117", ERROR, ALMO_AND_AGAIN, ("notify",)),
    RuleRow("K03", "Letter and release both give both judgements", "fn p31", ERROR, EVERY_KIND, ("notify",)),
    RuleRow("K04", "From good upward, the letter's date is when the ALMO qualifies", "117", FACT, ALMO_AND_AGAIN),
    RuleRow(
        "K05",
        "Below good there is no qualifying date, and no word of an award",
        "117, 118",
        ERROR,
        ALMO_AND_AGAIN,
        ("notify",),
    ),
    RuleRow("K06", "The first judgement alone decides", "30, 117", ERROR, ALMO_AND_AGAIN, ("notify",)),
    RuleRow(
        "K07",
        "The letter comes weeks before the report",
        "117, T7",
        ("error", "warning"),
        ALMO_AND_AGAIN,
        ("notify",),
        override=True,
        our_reading=True,
        condition="an error where the letter is later, a warning where it is less than two weeks earlier",
    ),
    RuleRow(
        "K08",
        "Letter, release, report and record tell one score and the same names",
        "117",
        ERROR,
        EVERY_KIND,
        ("notify",),
        override=True,
        our_reading=True,
    ),
    RuleRow(
        "K09", "The letter of an indicative inspection claims no money", "101, 117", ERROR, INDICATIVE, ("notify",)
    ),
    RuleRow(
        "K10",
        "Each partial ALMO has its own letter",
        "106",
        ERROR,
        ALMO_AND_AGAIN,
        ("notify",),
        override=True,
        our_reading=True,
    ),
    RuleRow(
        "K11",
        "Before the decision, comments were considered and the score settled, both with dates",
        "117",
        ERROR,
        EVERY_KIND,
        ("notify",),
    ),
    RuleRow(
        "K12",
        "No comment period, embargo or appeal is in the guidance: none is cited from it",
        "",
        FACT,
        ALMO_AND_AGAIN,
    ),
    RuleRow(
        "K13", "Words on money rest on a conditional allocation", "3, 17, 112", WARNING, ALMO_AND_AGAIN, ("notify",)
    ),
    RuleRow(
        "K14", "No one is promised freedoms that are only proposed", "15, 16", WARNING, ALMO_AND_AGAIN, ("notify",)
    ),
    RuleRow(
        "K15",
        "Below good, the letter says that the ODPM will advise on the allocation",
        "118",
        WARNING,
        ALMO_AND_AGAIN,
        ("notify",),
    ),
)
