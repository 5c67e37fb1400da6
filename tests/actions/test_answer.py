"""Answering a query, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.answer import ANSWER, AnswerRequest
from reportkit.actions.query import QUERY, QueryRequest
from reportkit.errors import Refused
from reportkit.moderation.events import QueryAnswer
from tests.actions.conftest import DAY, Sit, carried_out
from tests.cli.moderate.conftest import SLUG, Office


def test_an_answer_needs_an_open_query(sits: Sit) -> None:
    with pytest.raises(Refused, match="There is no open query"):
        ANSWER.prepare(sits("ros"), AnswerRequest(inspection=SLUG, text="Twelve.", today=DAY))


def test_an_answer_names_its_query_and_the_files_that_changed_since(acts: Sit, met: Office) -> None:
    ann = acts("ann")
    query = QueryRequest(inspection=SLUG, whom="ros", due=DAY, text="How many?", today=DAY)
    asked = carried_out(ann, QUERY.prepare(ann, query))
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    ros = acts("ros")
    done = carried_out(ros, ANSWER.prepare(ros, AnswerRequest(inspection=SLUG, text="Twelve.", today=DAY)))
    assert done.prepared.record is not None
    assert asked.after is not None
    (entry,) = asked.after.open_queries
    answer = QueryAnswer(query=entry.digest, says="Twelve.", changed=("findings/adaptations-slow.md",))
    assert done.prepared.record.details == answer
