"""Asking for further information, with the store in memory."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reportkit.errors import WrongUse
from reportkit.moderation.events import Query
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.every_case import every_case

WEEK = BEGINS + dt.timedelta(days=7)
ASKED: dict[str, Any] = {"whom": "dan", "due": WEEK, "text": "How many?"}


@pytest.mark.parametrize(
    ("about", "finding", "judgement"),
    [(None, None, None), ("service", None, "service"), ("adaptations-slow", "adaptations-slow", None)],
)
def test_a_query_is_on_a_finding_on_a_judgement_or_in_general(
    at_stage: AtStage, about: str | None, finding: str | None, judgement: str | None
) -> None:
    house = at_stage("handed in")
    house.does("ann", "query", **ASKED, about=about)
    details = house.newest.details
    assert isinstance(details, Query)
    assert (details.of, details.finding, details.judgement) == ("Dan Orr", finding, judgement)


@every_case(("whom", "name"), [("dan", "Dan Orr"), ("d-quarlesby", "Dev Quarlesby"), ("Jane Hart", "Jane Hart")])
def test_whom_it_is_asked_of_may_be_of_the_policy_of_the_team_or_from_outside(
    at_stage: AtStage, whom: str, name: str
) -> None:
    assert f"asked {name}" in at_stage("handed in").does("ann", "query", **{**ASKED, "whom": whom}).prepared.said


def test_no_moderator_signs_before_it_is_answered(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("bob", "query", **ASKED)
    refused = str(house.refuses("ann", "sign-off"))
    assert refused.startswith("This cannot be recorded now:\n")
    assert "How many?" in refused
    house.does("dan", "answer", text="Twelve.")
    house.does("ann", "sign-off")


def test_it_is_taken_back_by_who_asked_it(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("bob", "query", **ASKED)
    house.refuses("ann", "withdraw", reason="It is not mine.")
    house.does("bob", "withdraw", reason="I found it.")
    assert house.standing.open_queries == ()


@every_case(
    ("changed", "what"),
    [
        ({"about": "no-such"}, "is neither a finding nor a judgement"),
        ({"about": "adaptations-slows"}, "Did you mean"),
        ({"whom": "Orr"}, "No one is called `Orr`. Did you mean `dan`"),
        (
            {"whom": "rosalind"},
            "No one is called `rosalind`. Did you mean `r-tollinshaw`? That is Rosalind Tollinshaw.",
        ),
    ],
)
def test_what_is_meant_must_be_known(at_stage: AtStage, changed: dict[str, Any], what: str) -> None:
    refused = at_stage("handed in").refuses("ann", "query", **{**ASKED, **changed})
    assert what in str(refused)
    assert isinstance(refused, WrongUse)
