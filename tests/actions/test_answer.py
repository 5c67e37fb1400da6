"""Answering a query, with the store in memory."""

from __future__ import annotations

import datetime as dt

from reportkit.errors import WrongUse
from reportkit.moderation.events import QueryAnswer
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS, HouseInMemory

WEEK = BEGINS + dt.timedelta(days=7)


def asked(house: HouseInMemory, *texts: str) -> HouseInMemory:
    for text in texts:
        house.does("ann", "query", whom="dan", due=WEEK, text=text)
    return house


def test_an_answer_needs_an_open_query(at_stage: AtStage) -> None:
    assert "There is no open query" in str(at_stage("met").refuses("ros", "answer", text="Twelve."))


def test_an_answer_names_its_query_and_the_files_that_changed_since(at_stage: AtStage) -> None:
    house = asked(at_stage("met"), "How many?")
    (entry,) = house.standing.open_queries
    house.edits("findings/adaptations-slow.md", "title:", "title: Old")
    done = house.does("ros", "answer", text="Twelve.")
    assert "(1 file changed since): Twelve." in done.prepared.said
    answer = QueryAnswer(query=entry.digest, says="Twelve.", changed=("findings/adaptations-slow.md",))
    assert house.newest.details == answer


def test_open_queries_are_told_apart_by_what_they_ask(at_stage: AtStage) -> None:
    house = asked(at_stage("handed in"), "How many?", "Since when?")
    refused = house.refuses("dan", "answer", text="Twelve.")
    assert isinstance(refused, WrongUse)
    assert "“How many?”" in str(refused)
    assert "“Since when?”" in str(refused)
    second = next(each for each in house.standing.open_queries if each.record.details.asks == "Since when?")
    house.does("dan", "answer", query=second.digest[:8], text="May.")
    (left,) = house.standing.open_queries
    assert left.digest != second.digest
