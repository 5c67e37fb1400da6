"""What a field may say: from the guidance, from the model, or from the inspection itself. Each: id → meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, get_args

from reportkit.cli.asking.field_context import FieldContext

Choices = Mapping[str, str]
Chooser = Callable[[FieldContext], Choices]


class Titled(Protocol):
    """An entry of the guidance's data."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...


def of(literal: object, **meanings: str) -> Chooser:
    """The words of a Literal of the model, with what they mean where that needs saying."""
    words = {word: meanings.get(word.replace("-", "_"), "") for word in get_args(literal)}
    return lambda _surroundings: words


def main_questions(_surroundings: FieldContext) -> Choices:
    """The questions that sections of the report are named after [28, 31, A3]."""
    from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS

    prospects = {name: question for name, question in KEY_QUESTIONS.items() if question.judgement == "prospects"}
    return _titles(SUB_QUESTIONS) | _titles(prospects) | _titles(GOVERNANCE)


def finding_questions(_surroundings: FieldContext) -> Choices:
    """Everything that a finding's question may be."""
    from reportkit.guidance.questions import FINDING_QUESTIONS, title_of

    return {name: title_of(name) for name in FINDING_QUESTIONS}


def all_questions(surroundings: FieldContext) -> Choices:
    """Every question, those of Appendix 1 among them."""
    from reportkit.guidance.questions import QUESTIONS

    return {**finding_questions(surroundings), **{name: question.text for name, question in QUESTIONS.items()}}


def topics(_surroundings: FieldContext) -> Choices:
    """The topics that the guidance wants covered."""
    from reportkit.guidance.topics import TOPICS

    return _titles(TOPICS)


def areas(surroundings: FieldContext) -> Choices:
    """The four service areas of Appendix 1, and any other service in the inspection's scope [104]."""
    from reportkit.guidance.areas import AREAS

    return _titles(AREAS) | {name: title for name, title in surroundings.services().items() if name not in AREAS}


def evidence_kinds(_surroundings: FieldContext) -> Choices:
    """The twelve kinds of reality check [39], and what is evidence without being one."""
    from reportkit.guidance.reality_checks import OTHER_EVIDENCE, REALITY_CHECKS

    return _titles(REALITY_CHECKS) | dict(OTHER_EVIDENCE)


def sources(_surroundings: FieldContext) -> Choices:
    """The ten context sources [63]."""
    from reportkit.guidance.context_sources import CONTEXT_SOURCES

    return _titles(CONTEXT_SOURCES)


def ways(_surroundings: FieldContext) -> Choices:
    """The nine ways of asking tenants [47, Table 2]."""
    from reportkit.guidance.asking_tenants import WAYS_OF_ASKING

    return _titles(WAYS_OF_ASKING)


def _titles(entries: Mapping[str, Titled]) -> dict[str, str]:
    return {name: entry.title for name, entry in entries.items()}
