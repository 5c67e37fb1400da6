"""The six key questions, three for each judgement, and the headings under them [28, 31, Appendices 1 and 3]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

Judgement = Literal["service", "prospects"]


class KeyQuestion(Struct, frozen=True):
    """One of the three questions behind a judgement."""

    id: str
    judgement: Judgement
    title: str
    paragraph: str


class SubQuestion(Struct, frozen=True):
    """A heading under a key question: a row of Appendix 1 (1.1 to 3.2), or a part of Appendix 3 (G1 to G5)."""

    id: str
    key_question: str
    title: str
    paragraph: str


KEY_QUESTIONS: Final[Mapping[str, KeyQuestion]] = {
    question.id: question
    for question in (
        KeyQuestion("1", "service", "Does the organisation aim clearly, and high enough?", "28, A1"),
        KeyQuestion("2", "service", "Does the service live up to those aims?", "28, A1"),
        KeyQuestion("3", "service", "How does it stand beside similar services?", "28, A1"),
        KeyQuestion("P1", "prospects", "What shows that the service has improved?", "31, A2 KQ1"),
        KeyQuestion("P2", "prospects", "How good are today's plans for improvement?", "31, A2 KQ2"),
        KeyQuestion("P3", "prospects", "Will the improvements come about?", "31, A2 KQ3"),
    )
}

SUB_QUESTIONS: Final[Mapping[str, SubQuestion]] = {
    question.id: question
    for question in (
        SubQuestion("1.1", "1", "Has it been asked whether the service is needed?", "A1 1.1"),
        SubQuestion("1.2", "1", "Does the service help the council's wider aims and the community plan?", "A1 1.2"),
        SubQuestion("2.1", "2", "Is performance managed well?", "A1 2.1"),
        SubQuestion("2.2", "2", "Does the organisation deliver?", "A1 2.2"),
        SubQuestion("3.1", "3", "How near is the service to the best quarter?", "A1 3.1"),
        SubQuestion("3.2", "3", "Has the service been shown to be worth its cost?", "A1 3.2"),
    )
}

GOVERNANCE: Final[Mapping[str, SubQuestion]] = {
    part.id: part
    for part in (
        SubQuestion("G1", "P3", "The authority and its ALMO", "86-89, A3"),
        SubQuestion("G2", "P3", "The board: its constitution and leadership", "92, A3"),
        SubQuestion("G3", "P3", "Organisation and the management of performance", "92, A3"),
        SubQuestion("G4", "P3", "The part that users play", "92, A3"),
        SubQuestion("G5", "P3", "The management of risk", "92, A3"),
    )
}
"""Appendix 3, which the guidance places under key question three of the prospects [A2 KQ3]."""
