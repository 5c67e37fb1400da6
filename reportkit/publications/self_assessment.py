"""The self-assessment of authority and ALMO: which questions it puts, in which parts, and what its answers become [33].

A part is a cell of Appendix 1, a key question of Appendix 2 or a heading of Appendix 3. Each part that
was answered becomes one piece of evidence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.guidance.questions import QUESTIONS, Question, questions_under
from reportkit.guidance.topic_lists import ALMO_TOPICS
from reportkit.inspection.bodies import Bodies
from reportkit.inspection.inspection import Inspection
from reportkit.rules.index import ledger_of

Value: TypeAlias = "str | dt.date | tuple[str, ...]"

_PREFIXES: Final[Mapping[Bodies, str]] = {"almo": "almo", "authority": "authority", "both": "joint"}
_LISTED: Final = {"G1.1": "Strategies renewed", "G1.2": "Agreed", "G5.1": "Risks"}
_MARKS: Final = re.compile(r"[\\`*_\[\]<>&|~^#!]")
_AT_START: Final = re.compile(r"^(\d*)([-+=:.)])")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")


class ReceivedAnswers(Struct, frozen=True):
    """The day on which a questionnaire came back, and where the original is kept."""

    on: dt.date
    held: str


class Part(Struct, frozen=True, kw_only=True):
    """One part: its heading, the questions under it, and the appendix (1 to 3) and service area that it is of."""

    id: str
    title: str
    appendix: int
    questions: tuple[Question, ...]
    area: str | None = None


class Said(Struct, frozen=True, kw_only=True):
    """The evidence that one part's answers become, by the keys of a file in evidence/; `id` is the file's name."""

    id: str
    values: Mapping[str, Value]


def parts_of(inspection: Inspection) -> tuple[Part, ...]:
    """Return the parts for this inspection.

    Appendices 2 and 3 only where its prospects are judged by them, 3 for an ALMO.
    """
    prospects = ledger_of(inspection).asks_2003_questions
    governance = prospects and inspection.particulars.almo is not None
    return (
        *_service_parts(),
        *(_prospects_parts() if prospects else ()),
        *(_governance_parts() if governance else ()),
    )


def fields_of(inspection: Inspection) -> tuple[str, ...]:
    """Return the names of all answer fields: the questions' ids."""
    return tuple(question.id for part in parts_of(inspection) for question in part.questions)


def asked(question: Question) -> str:
    """Return the question as it is put, with the topics that the guidance lists under it."""
    head = _LISTED.get(question.id)
    listed = [topic.title.partition(": ")[2] for topic in ALMO_TOPICS if head and topic.title.startswith(f"{head}: ")]
    return f"{question.text} Among them: {'; '.join(listed)}." if listed else question.text


def evidence_of(
    inspection: Inspection, answers: Mapping[str, Sequence[str]], body: Bodies, received: ReceivedAnswers
) -> tuple[Said, ...]:
    """Return a piece of evidence for each part with an answer. `answers` are paragraphs of plain words by question."""
    return tuple(
        _said(inspection, part, given, body, received)
        for part in parts_of(inspection)
        for given in [{each.id: answers[each.id] for each in part.questions if answers.get(each.id)}]
        if given
    )


def _said(
    inspection: Inspection, part: Part, given: Mapping[str, Sequence[str]], body: Bodies, received: ReceivedAnswers
) -> Said:
    values: dict[str, Value] = {
        "title": f"Self-assessment of {called(inspection, body)}: {part.title}",
        "kind": "document",
        "date": received.on,
        "about": body,
        "questions": tuple(given),
        "areas": (part.area,) if part.area else (),
        "covers": (f"self-assessment-{part.appendix}",),
        "held": received.held,
        "seen": "\n\n".join(_answer(name, paragraphs) for name, paragraphs in given.items()) + "\n",
    }
    name = _NOT_IN_IDS.sub("-", f"{_PREFIXES[body]}-answers-{part.id}".lower())
    return Said(id=name, values=values)


def called(inspection: Inspection, body: Bodies) -> str:
    """Return who answers, by name."""
    particulars = inspection.particulars
    almo = particulars.almo.name if particulars.almo else particulars.authority.name
    names = {"almo": almo, "authority": particulars.authority.name}
    return names.get(body) or f"{particulars.authority.name} and {almo}"


def _answer(name: str, paragraphs: Sequence[str]) -> str:
    """Return an answer as Markdown that is only words, under the number and the words of its question."""
    return "\n\n".join((f"**{name}** {_as_markdown(QUESTIONS[name].text)}", *map(_as_markdown, paragraphs)))


def _as_markdown(words: str) -> str:
    """Markdown that is read as just these words, with no more backslashes than that takes: people read the file."""
    line = " ".join(words.split())
    return _AT_START.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))


def _service_parts() -> Iterator[Part]:
    for area in AREAS.values():
        for sub in SUB_QUESTIONS.values():
            yield Part(
                id=f"{sub.id}-{area.short}",
                title=f"{area.title}: {sub.title}",
                appendix=1,
                questions=questions_under(sub.id, area.id),
                area=area.id,
            )


def _prospects_parts() -> Iterator[Part]:
    for key in KEY_QUESTIONS.values():
        if key.judgement == "prospects":
            found = tuple(each for each in QUESTIONS.values() if each.paragraph == f"A2 KQ{key.id[1]}")
            yield Part(id=key.id, title=key.title, appendix=2, questions=found)


def _governance_parts() -> Iterator[Part]:
    for heading in GOVERNANCE.values():
        yield Part(id=heading.id, title=heading.title, appendix=3, questions=questions_under(heading.id))
