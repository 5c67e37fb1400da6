"""The question bank: every question of Appendices 1, 2 and 3, in our own words, and the sets they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from msgspec import Struct

from reportkit.guidance.appendix_1 import CELLS
from reportkit.guidance.appendix_2 import PROSPECTS
from reportkit.guidance.appendix_3 import GOVERNANCE_QUESTIONS
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS, Judgement


class Question(Struct, frozen=True):
    """One question of the bank.

    `parent` is what it stands under: a sub-question (1.1), a key question (P2), a question (P2.2) or
    a part of Appendix 3 (G1). `area` is a service area's id for Appendix 1, None for the others.
    """

    id: str
    text: str
    paragraph: str
    key_question: str
    parent: str
    area: str | None = None


class QuestionSet(Struct, frozen=True):
    """The key questions behind the prospects, and the kinds of inspection for which they are settled."""

    id: str
    title: str
    paragraph: str
    key_questions: tuple[str, ...]
    kinds: tuple[str, ...]


def _service_questions() -> Iterator[Question]:
    for sub_question, by_area in CELLS.items():
        key_question = SUB_QUESTIONS[sub_question].key_question
        for area in AREAS.values():
            for number, text in enumerate(by_area[area.short], 1):
                name = f"{sub_question}-{area.short}-{number}"
                yield Question(name, text, f"A1 {sub_question}", key_question, sub_question, area.id)


def _prospects_questions() -> Iterator[Question]:
    for name, text in PROSPECTS.items():
        key_question = name[:2]
        parent = name[:-1] if name[-1].isalpha() else key_question
        yield Question(name, text, f"A2 KQ{key_question[1]}", key_question, parent)


def _governance_questions() -> Iterator[Question]:
    for name, text in GOVERNANCE_QUESTIONS.items():
        yield Question(name, text, "A3", "P3", name.partition(".")[0])


QUESTIONS: Final[Mapping[str, Question]] = {
    question.id: question for question in chain(_service_questions(), _prospects_questions(), _governance_questions())
}

QUESTION_SETS: Final[Mapping[str, QuestionSet]] = {
    "2003-03": QuestionSet(
        "2003-03",
        "The prospects as the guidance of March 2003 asks about them",
        "31, 32",
        ("P1", "P2", "P3"),
        ("almo", "re-inspection"),
    ),
}
"""Other kinds of inspection name the set they use: the earlier questions are not in this guidance [32]."""

_TITLES: Final[Mapping[str, str]] = {
    **{heading.id: heading.title for heading in KEY_QUESTIONS.values()},
    **{heading.id: heading.title for heading in (*SUB_QUESTIONS.values(), *GOVERNANCE.values())},
    **{question.id: question.text for question in QUESTIONS.values()},
}

_KEY_QUESTIONS_BY_ID: Final[Mapping[str, str]] = {
    **{name: name for name in KEY_QUESTIONS},
    **{heading.id: heading.key_question for heading in (*SUB_QUESTIONS.values(), *GOVERNANCE.values())},
    **{question.id: question.key_question for question in QUESTIONS.values()},
}

FINDING_QUESTIONS: Final[tuple[str, ...]] = (
    *SUB_QUESTIONS,
    *(name for name in _TITLES if name.startswith(("P", "G"))),
)
"""What a finding's `question` may name: 1.1 to 3.2, and everything of the prospects and of governance."""


def is_question(name: str) -> bool:
    """Return whether this is the id of a key question, a heading under one, or a question of the bank."""
    return name in _TITLES


def title_of(name: str) -> str:
    """Return the question in our own words; KeyError for an id that is none."""
    return _TITLES[name]


def key_question_of(name: str) -> str:
    """Return the key question (1, 2, 3, P1, P2 or P3) that a question serves; KeyError for an id that is none."""
    return _KEY_QUESTIONS_BY_ID[name]


def judgement_of(name: str) -> Judgement:
    """Return the judgement that a question serves; KeyError for an id that is none."""
    return KEY_QUESTIONS[key_question_of(name)].judgement


def questions_under(parent: str, area: str | None = None) -> tuple[Question, ...]:
    """Return the questions right under a heading or question, in the guidance's order.

    Of one area where it is given.
    """
    return tuple(q for q in QUESTIONS.values() if q.parent == parent and area in (None, q.area))


def settled_set(kind: str) -> QuestionSet | None:
    """Return the question set that a kind of inspection uses without naming it.

    None where it must name one [31, 32].
    """
    return next((found for found in QUESTION_SETS.values() if kind in found.kinds), None)
