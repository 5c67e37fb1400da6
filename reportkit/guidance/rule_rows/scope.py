"""Chapter A: scope, parties and rounds."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ALMO_ONLY, ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("A01", "The authority is an English one", "2", ERROR, EVERY_KIND, ("submit",)),
    RuleRow(
        "A02",
        "Report, letter and cover name authority and ALMO, the authority as the inspected body",
        "87",
        ERROR,
        ALMO_AND_AGAIN,
        ("send",),
    ),
    RuleRow(
        "A03",
        "The council is the landlord, and the text never calls the ALMO that",
        "fn I p2, 88",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "A04",
        "The board: council, tenants and independents, about a third each",
        "fn I p2",
        ("fact", "warning"),
        ALMO_AND_AGAIN,
        ("submit",),
        condition="a warning where a share is far from a third",
    ),
    RuleRow(
        "A05",
        "The round follows from the years of the money: eight authorities in round 1, thirteen in round 2",
        "17, 18",
        FACT,
        ALMO_AND_AGAIN,
    ),
    RuleRow("A06", "No round 2 inspection is on site before April 2003", "4", ERROR, ALMO_AND_AGAIN, ("submit",)),
    RuleRow(
        "A07",
        "The money: £160m and £300m; £1.994bn to March 2006, of which at least £700m for rounds 3 and 4",
        "17, 18",
        FACT,
        ALMO_AND_AGAIN,
    ),
    RuleRow(
        "A08",
        "Round 3 by 4 April and 16 May 2003, round 4 by 26 September and 31 December 2003",
        "19",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "A09",
        "The authority has set up an ALMO, and has a plan for rents and lettings",
        "13",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "A10",
        "The ALMO has a sound business plan, high performance and a rating: conditions of the ODPM",
        "13",
        WARNING,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "A11",
        "Section 27 consent is dated before the ALMO takes over",
        "T7, fn p27, A3",
        ERROR,
        ALMO_AND_AGAIN,
        ("submit",),
    ),
    RuleRow(
        "A12",
        "The report cites this guidance, not the papers of 2001 and 2002 that it replaces",
        "1",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "A13",
        "The new prospects questions are for ALMO inspections; other kinds name their own set",
        "31, 32",
        ERROR,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "A14",
        "Homelessness, advice, strategy and private renewal stay out, unless the ALMO does them",
        "24, 104",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "A15", "Model dates from the day the ALMO takes over, and how far real ones slip", "99, T7", FACT, ALMO_ONLY
    ),
    RuleRow(
        "A16",
        "Nothing says that only excellent brings money: good has been enough since July 2002",
        "fn II p4, 3, 22",
        ERROR,
        ALMO_AND_AGAIN,
        (
            "notify",
            "publish",
        ),
    ),
)
