"""The words of an inspection: who takes part, what they look at, and what comes of it.

The guidance uses them, mostly without defining them. A term has its paragraph where the guidance says what
it is, and "" where the meaning is ours. Its glossary and its abbreviations are in glossary.py.
"""

from __future__ import annotations

from typing import Final

from reportkit.guidance.glossary import Term

INSPECTION_TERMS: Final[tuple[Term, ...]] = (
    Term("ALMO co-ordinator", "One of the three moderators; the guidance gives the name and no more.", paragraph="114"),
    Term("area", "One of the four groups of services by which the guidance asks its questions.", paragraph="A1"),
    Term(
        "authority",
        "The council that owns the homes. It stays the landlord when an ALMO runs them.",
        paragraph="87, 88",
    ),
    Term("barrier", "Something that hinders improvement, in one service or in the whole organisation.", paragraph="A2"),
    Term(
        "board", "The people who govern an ALMO: council nominees, tenants and independent people.", paragraph="fn I p2"
    ),
    Term("body", "The authority or its ALMO; “the bodies” are both.", paragraph=""),
    Term("comment", "What a body says in writing about the draft report.", paragraph="115"),
    Term("decision", "The final score, settled once the bodies' comments have been considered.", paragraph="117"),
    Term("draft report", "The report that both bodies receive and may comment on.", paragraph="115"),
    Term("driver", "Something that helps improvement, in one service or in the whole organisation.", paragraph="A2"),
    Term(
        "evidence",
        "What a finding rests on: a reality check, a document, a survey, a figure, a meeting.",
        paragraph="38",
    ),
    Term("final report", "The report that is published, some weeks after the letters.", paragraph="113, 117"),
    Term(
        "finding",
        "One thing that an inspection found: a strength or a weakness, its evidence, and its effect on tenants.",
        paragraph="",
    ),
    Term(
        "governance",
        "How an ALMO is run and watched over by its board and its authority.",
        paragraph="83-85",
    ),
    Term(
        "indicative inspection",
        "An inspection of a council's service before an ALMO takes it over. It brings no money.",
        paragraph="100, 101",
    ),
    Term(
        "inspected body",
        "The authority, also where an ALMO runs the service: the authority answers for the ALMO's performance.",
        paragraph="87",
    ),
    Term(
        "judgement",
        "The answer to one of two questions: how good is the service, and what are its prospects for improvement?",
        paragraph="27",
    ),
    Term(
        "key question",
        "One of six questions, three under each judgement, which more detailed questions belong to.",
        paragraph="28, 31",
    ),
    Term(
        "letter", "The letter with the score to the authority, the ALMO or the ODPM. Its date counts.", paragraph="117"
    ),
    Term(
        "moderation",
        "Internal quality control: senior staff assess the evidence, the judgements and the report.",
        paragraph="114",
    ),
    Term("moderator", "One of at least three senior staff who moderate an inspection.", paragraph="114"),
    Term("on site", "The weeks in which the inspection team is with the bodies.", paragraph="113"),
    Term("press release", "The text with the score for the public, of the same day as the letters.", paragraph="117"),
    Term("prospects for improvement", "The second judgement: will the service become better?", paragraph="27, 30"),
    Term("query", "A moderator's request for further information on something that is not clear.", paragraph="114"),
    Term(
        "rating",
        "The word for a judgement. The service is poor, fair, good or excellent; "
        "its prospects are poor, uncertain, promising or excellent.",
        paragraph="",
    ),
    Term(
        "re-inspection",
        "A second inspection, at least six months after the report, where the service was not good enough for money.",
        paragraph="118",
    ),
    Term("recommendation", "What the report asks a body to do about one or more findings, and by when.", paragraph=""),
    Term(
        "regional lead inspector", "One of the three moderators: the senior inspector of the region.", paragraph="114"
    ),
    Term("round", "One of the rounds in which Government gave money to ALMOs.", paragraph="17, 18"),
    Term("round table", "A formal discussion of the draft report with both bodies.", paragraph="115"),
    Term("score", "Both judgements together.", paragraph="fn p31"),
    Term(
        "section 27 consent",
        "The Government's permission for an authority to hand its housing management to an ALMO.",
        paragraph="fn p27",
    ),
    Term(
        "self-assessment",
        "An organisation's own answers to the questions of the guidance's appendices.",
        paragraph="33",
    ),
    Term(
        "senior manager",
        "The third of the three moderators, who holds neither of the other two roles.",
        paragraph="114",
    ),
    Term(
        "sign-off",
        "A moderator's recorded agreement to exactly what is saved. It lapses when the inspection changes.",
        paragraph="",
    ),
    Term("star", "What a rating of the service earns: none for poor, up to three for excellent.", paragraph=""),
    Term("strength", "A finding that speaks for the service.", paragraph=""),
    Term(
        "support services",
        "What an ALMO needs to do its work, such as IT, legal advice and personnel.",
        paragraph="110",
    ),
    Term("tenant", "Anyone who uses the service: leaseholders and others are meant as well.", paragraph="fn p10"),
    Term("weakness", "A finding that speaks against the service.", paragraph=""),
)
