"""Covering a role, with the store in memory."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reportkit.errors import Refused, WrongUse
from reportkit.moderation.events import Cover
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.every_case import every_case

WEEK = BEGINS + dt.timedelta(days=7)
OF_ANN: dict[str, Any] = {"covered": "regional-lead-inspector", "stand_in": "dan", "until": WEEK}


@pytest.mark.parametrize(("person", "role"), [("ann", "regional-lead-inspector"), ("flo", "head-of-programme")])
def test_a_cover_is_recorded_by_the_holder_or_by_the_head_of_programme(
    at_stage: AtStage, person: str, role: str
) -> None:
    house = at_stage("met")
    house.does(person, "cover", **OF_ANN)
    assert (house.newest.role, house.newest.person) == (role, person)
    details = house.newest.details
    assert isinstance(details, Cover)
    assert (details.stand_in, details.from_, details.until) == ("dan", BEGINS, WEEK)


def test_who_stands_in_signs_on_the_days_of_the_cover_and_on_no_other(at_stage: AtStage) -> None:
    house = at_stage("met")
    assert "Dan Orr is not regional lead inspector" in str(house.refuses("dan", "sign-off"))
    words = {"covered": "senior-manager", "holder": "cat", "stand_in": "dan", "until": WEEK}
    done = house.does("flo", "cover", **words)
    assert "let Dan Orr stand in for Cat Roy as senior manager from 2004-01-05 until 2004-01-12" in done.prepared.said
    house.refuses("dan", "sign-off", today=WEEK + dt.timedelta(days=1))
    signed = house.does("dan", "sign-off", today=WEEK)
    assert "Dan Orr (senior manager, standing in for Cat Roy) signed off" in signed.prepared.said


@every_case(
    ("changed", "error", "what"),
    [
        ({"begins": WEEK, "until": BEGINS}, WrongUse, "A cover until 2004-01-05 ends before it begins on 2004-01-12"),
        ({"stand_in": "ann"}, WrongUse, "A person cannot cover their own role"),
        ({"stand_in": "dann"}, WrongUse, "policy.yaml lists no one called `dann`"),
        ({"stand_in": "dna"}, WrongUse, "policy.yaml lists no one called `dna`. Choose one of: ann, bob, cat, dan"),
        ({"covered": "almo-co-ordinator"}, WrongUse, "More than one is ALMO co-ordinator"),
        ({"stand_in": "gus"}, Refused, "This cannot be recorded now"),
    ],
)
def test_days_and_people_must_fit(
    at_stage: AtStage, changed: dict[str, Any], error: type[Exception], what: str
) -> None:
    refused = at_stage("met").refuses("ann", "cover", **{**OF_ANN, **changed})
    assert what in str(refused)
    assert isinstance(refused, error)
