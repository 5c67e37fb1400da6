"""The choices of a field: from the guidance, from the model, or from the inspection itself. Each is id → meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, get_args

from reportkit.actions.field_context import FieldContext

Choices = Mapping[str, str]
Chooser = Callable[[FieldContext], Choices]


class Titled(Protocol):
    """An entry of the guidance's data."""

    @property
    def title(self) -> str:
        """Return what it is called."""
        ...


def of(literal: object, **meanings: str) -> Chooser:
    """Return the chooser of the words of a Literal, with their meanings where these need saying."""
    words = {word: meanings.get(word.replace("-", "_"), "") for word in get_args(literal)}
    return lambda _context: words


def main_questions(_context: FieldContext) -> Choices:
    """Return the questions that sections of the report are named after [28, 31, A3]."""
    from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS

    prospects = {name: question for name, question in KEY_QUESTIONS.items() if question.judgement == "prospects"}
    return _titles(SUB_QUESTIONS) | _titles(prospects) | _titles(GOVERNANCE)


def finding_questions(_context: FieldContext) -> Choices:
    """Return everything that a finding's question may be."""
    from reportkit.guidance.questions import FINDING_QUESTIONS, title_of

    return {name: title_of(name) for name in FINDING_QUESTIONS}


def all_questions(context: FieldContext) -> Choices:
    """Return every question, those of Appendix 1 among them."""
    from reportkit.guidance.questions import QUESTIONS

    return {**finding_questions(context), **{name: question.text for name, question in QUESTIONS.items()}}


def topics(_context: FieldContext) -> Choices:
    """Return the topics that the guidance wants covered."""
    from reportkit.guidance.topics import TOPICS

    return _titles(TOPICS)


def areas(context: FieldContext) -> Choices:
    """Return the four service areas of Appendix 1, and any other service in the inspection's scope [104]."""
    from reportkit.guidance.areas import AREAS

    return _titles(AREAS) | {name: title for name, title in context.services().items() if name not in AREAS}


def evidence_kinds(_context: FieldContext) -> Choices:
    """Return the twelve kinds of reality check [39], and what is evidence without being one."""
    from reportkit.guidance.reality_checks import OTHER_EVIDENCE, REALITY_CHECKS

    return _titles(REALITY_CHECKS) | dict(OTHER_EVIDENCE)


def sources(_context: FieldContext) -> Choices:
    """Return the ten context sources [63]."""
    from reportkit.guidance.context_sources import CONTEXT_SOURCES

    return _titles(CONTEXT_SOURCES)


def ways(_context: FieldContext) -> Choices:
    """Return the nine ways of asking tenants [47, Table 2]."""
    from reportkit.guidance.asking_tenants import WAYS_OF_ASKING

    return _titles(WAYS_OF_ASKING)


def _titles(entries: Mapping[str, Titled]) -> dict[str, str]:
    return {name: entry.title for name, entry in entries.items()}
