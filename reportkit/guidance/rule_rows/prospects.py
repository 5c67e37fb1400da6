"""Chapter H: judgement 2: prospects, drivers and barriers."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.rule_rows.row import ALMO_AND_AGAIN, ERROR, EVERY_KIND, FACT, WARNING, RuleRow

ROWS: Final = (
    RuleRow("H01", "Prospects are poor, uncertain, promising or excellent", "30, 102", ERROR, EVERY_KIND, ("submit",)),
    RuleRow(
        "H02",
        "Each of the three questions behind the second judgement is answered",
        "31",
        ERROR,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow("H03", "Every question of Appendix 2 is answered or marked", "A2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("H04", "Governance is reported under the third question", "A2, 30", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "H05", "Poor or uncertain prospects are discussed with the ODPM", "30", WARNING, ALMO_AND_AGAIN, ("submit",)
    ),
    RuleRow(
        "H06",
        "The second judgement does not decide money",
        "30",
        ERROR,
        ALMO_AND_AGAIN,
        ("notify",),
        condition="in the words of the letter",
    ),
    RuleRow(
        "H07",
        "The main drivers and barriers are listed",
        "A2",
        ERROR,
        EVERY_KIND,
        ("submit",),
        condition="where there is none",
    ),
    RuleRow("H08", "Each driver and barrier is of one service, or corporate", "A2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("H09", "Plans have owner, means, target and date", "A2 KQ2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("H10", "Challenge, compare, consult and compete were used", "A2 KQ2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("H11", "Each main weakness is met by a plan", "A2 KQ2", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "H12", "A finding that bears on both judgements is marked so", "32, 83, 84", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("H13", "The four parts of governance are covered", "92, A3", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "H14", "What Appendix 3 asks of council and ALMO is covered", "86-89, A3", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow(
        "H15",
        "The ALMO is distinct, has authority and follows the guidance on governance",
        "90, 91",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "H16",
        "The ALMO has a Race Equality Scheme, based on the council's",
        "fn II p14, A3",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "H17",
        "Drivers and barriers are in keeping with the prospects",
        "A2",
        WARNING,
        EVERY_KIND,
        ("submit",),
        our_reading=True,
    ),
    RuleRow("H18", "Strategies have dates and money", "57", WARNING, EVERY_KIND, ("submit",)),
    RuleRow("H19", "Training, change and recruitment are covered", "58, 59", WARNING, EVERY_KIND, ("submit",)),
    RuleRow(
        "H20",
        "Plans are judged on what they are and, still more, on how they came about",
        "A2 KQ2",
        WARNING,
        EVERY_KIND,
        ("submit",),
    ),
    RuleRow(
        "H21", "Every question and topic of Appendix 3 is answered or marked", "A3", WARNING, EVERY_KIND, ("submit",)
    ),
    RuleRow("H22", "The three marks of an effective body", "A3", FACT, EVERY_KIND),
)
