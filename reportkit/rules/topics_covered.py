"""One breach for each topic or question that nothing speaks of: the shape that many rules share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.guidance.questions import Question
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.guidance.topic_lists import Topic
from reportkit.guidance.topics import TOPICS
from reportkit.inspection.finding import Finding
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong


def unspoken(index: Index, topics: Iterable[Topic], row: str) -> Iterator[Remark]:
    """Return one breach for each topic that neither a finding nor evidence covers."""
    return (
        missing(
            index.file("findings"),
            f"Nothing covers “{topic.title}”",
            _remedy(f"Add `{topic.id}` to the `covers` of a finding or of evidence", row, topic),
            topic.id,
        )
        for topic in topics
        if not index.claimed(topic.id)
    )


def unanswered(index: Index, questions: Iterable[Question], row: str) -> Iterator[Remark]:
    """Yield, where the prospects are judged by these questions, one breach for each that nothing is on."""
    if not index.asks_2003_questions:
        return
    for question in questions:
        if not index.claimed(question.id):
            yield missing(
                index.file("findings"),
                f"Nothing answers {question.id} “{question.text}”",
                f"Name {question.id} in a finding or in `questions` of evidence, or answer {row} in answers.yaml, "
                f"about {question.id}.",
                question.id,
            )


def named(*ids: str) -> tuple[Topic, ...]:
    """Topics by their ids."""
    return tuple(TOPICS[each] for each in ids)


def unproved(index: Index, topics: tuple[Topic, ...], row: str) -> Iterator[Remark]:
    """Yield the topics that are not covered, where the service is rated excellent.

    One breach for each topic not covered, or covered only by weaknesses.
    """
    if index.service_rating == "excellent":
        yield from unspoken(index, topics, row)
        yield from denied(index, topics, row)


def denied(index: Index, topics: Iterable[Topic], row: str) -> Iterator[Remark]:
    """Yield, where the service is rated excellent, one breach for each topic that is covered only by weaknesses."""
    if index.service_rating != "excellent":
        return
    for topic in topics:
        weakness = next(iter(_weaknesses_alone(index, topic.id)), None)
        if weakness is not None:
            yield wrong(
                weakness.origin.at("covers"),
                f"The service is rated excellent, and on “{topic.title}” there is only the weakness {weakness.id}",
                _remedy("Look at the rating again, or add the strength that is missing", row, topic),
                topic.id,
            )


def _remedy(first: str, row: str, topic: Topic) -> str:
    """Errors are put right; a warning can be answered as well."""
    if "error" in ALL_ROWS[row].levels:
        return f"{first}."
    return f"{first}, or answer {row} in answers.yaml, about {topic.id}."


def _weaknesses_alone(index: Index, thing: str) -> list[Finding]:
    """Return the findings on a topic where all of them are weaknesses; none where there is a strength."""
    findings = index.findings_on.get(thing, [])
    return [] if any(each.kind == "strength" for each in findings) else findings
