"""Governance: the ALMO, its board, and its dealings with the authority [83–93, Appendix 3]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.guidance.key_questions import GOVERNANCE as PARTS
from reportkit.guidance.questions import QUESTIONS
from reportkit.guidance.topic_lists import ALMO_TOPICS
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.topics_covered import named, unanswered, unspoken

_APPENDIX_3: Final = tuple(each for each in QUESTIONS.values() if each.id.startswith("G"))
_OF_GOVERNANCE: Final = frozenset(
    [
        *(question.id for question in _APPENDIX_3),
        *(topic.id for topic in ALMO_TOPICS),
        "almo-distinct",
        "governance-resource-pack",
    ]
)
_WITH_THE_AUTHORITY: Final = "G1"


@rule(
    "H04",
    remedy="Give the finding a question of P3 or of G1 to G5.",
    example="question: G2.6 in a finding on what the board can do",
)
def governance_elsewhere(index: Index) -> Iterator[Remark]:
    """Governance is looked at within key question three of the prospects, whether the improvements will come about."""
    for finding in index.inspection.findings:
        if (finding.question or "").startswith(("P1", "P2")) and not _OF_GOVERNANCE.isdisjoint(finding.covers):
            yield wrong(
                finding.origin.at("question"),
                f"The finding {finding.id} is on governance, and is listed under {finding.question}",
                f"Move it under P3 or G1 to G5, or answer H04 in answers.yaml, about {finding.id}.",
                finding.id,
            )


@rule(
    "H13",
    remedy="Add a finding on each part of Appendix 3.",
    example="A finding with question: G5.2 on what money reports the board sees",
)
def part_of_governance_not_covered(index: Index) -> Iterator[Remark]:
    """Four areas are looked at: constitution and leadership, organisation and performance, users, and risk."""
    return (each for part in PARTS if part != _WITH_THE_AUTHORITY for each in _without_findings(index, part, "H13"))


@rule(
    "H14",
    remedy="Add findings on G1.1 to G1.9: strategies, duties, links, the HRA, monitoring, departures, delegations.",
    example="A finding with question: G1.8 on how departures from the Delivery Plan are reported",
)
def dealings_with_the_authority_not_covered(index: Index) -> Iterator[Remark]:
    """The authority stays the landlord and answers for its ALMO, so how the two get on is part of every inspection."""
    return _without_findings(index, _WITH_THE_AUTHORITY, "H14")


@rule(
    "H15",
    remedy="Add findings or evidence that cover `almo-distinct` and `governance-resource-pack`.",
    example="covers: [almo-distinct] in a finding on decisions that the board took against the council's wish",
)
def almo_not_shown_to_be_distinct(index: Index) -> Iterator[Remark]:
    """An ALMO is a body of its own with the powers it needs, and follows the task force's guidance or says why not."""
    return _for_an_almo(index, "almo-distinct", "governance-resource-pack", row="H15")


@rule(
    "H16",
    remedy="Add `race-equality-scheme` to the `covers` of a finding or of evidence.",
    example="covers: [race-equality-scheme] in evidence/race-equality-scheme.yaml",
)
def race_equality_scheme_not_covered(index: Index) -> Iterator[Remark]:
    """An ALMO adopts its own Race Equality Scheme, and bases it on the council's."""
    return _for_an_almo(index, "race-equality-scheme", row="H16")


@rule(
    "H21",
    remedy="Name each question or topic in a finding's `question`, `also` or `covers`, or in evidence.",
    example="- {rule: H21, about: G2.4, answer: The ALMO belongs to no group., by: a-okafor}",
)
def question_of_appendix_3_unanswered(index: Index) -> Iterator[Remark]:
    """Appendix 3 has 38 questions and 15 listed topics, four risks among them: each is answered, or marked."""
    if index.almo is not None:
        yield from unanswered(index, _APPENDIX_3, "H21")
        if index.asks_2003_questions:
            yield from unspoken(index, ALMO_TOPICS, "H21")


def _without_findings(index: Index, part: str, row: str) -> Iterator[Remark]:
    """Yield one breach where no finding, whatever the evidence, is on this part of Appendix 3."""
    if index.almo is not None and index.asks_2003_questions and not index.found(part):
        yield missing(
            index.file("findings"),
            f"No finding is on {part} “{PARTS[part].title}”",
            f"Add a finding with a question of {part}, or answer {row} in answers.yaml, about {part}.",
            part,
        )


def _for_an_almo(index: Index, *topics: str, row: str) -> Iterator[Remark]:
    return unspoken(index, named(*topics), row) if index.almo else iter(())


GOVERNANCE: tuple[Rule, ...] = (
    governance_elsewhere,
    part_of_governance_not_covered,
    dealings_with_the_authority_not_covered,
    almo_not_shown_to_be_distinct,
    race_equality_scheme_not_covered,
    question_of_appendix_3_unanswered,
)
