"""Covering a role, called from Python."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.actions.cover import COVER, CoverRequest
from reportkit.errors import WrongUse
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG

WEEK = DAY + dt.timedelta(days=7)
COVERED = CoverRequest(inspection=SLUG, covered="regional-lead-inspector", stand_in="dan", until=WEEK, today=DAY)


@pytest.mark.parametrize(("person", "role"), [("ann", "regional-lead-inspector"), ("flo", "head-of-programme")])
def test_a_cover_is_recorded_by_the_holder_or_by_the_head_of_programme(sits: Sit, person: str, role: str) -> None:
    prepared = COVER.prepare(sits(person), COVERED)
    assert prepared.obstacles == ()
    assert prepared.record is not None
    assert (prepared.record.role, prepared.record.person) == (role, person)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"begins": WEEK, "until": DAY}, "A cover until 2004-06-14 ends before it begins on 2004-06-21"),
        ({"stand_in": "ann"}, "A person cannot cover their own role"),
        ({"stand_in": "dann"}, "policy.yaml lists no one called `dann`"),
        ({"covered": "almo-co-ordinator"}, "More than one is ALMO co-ordinator"),
    ],
)
def test_days_and_people_must_fit(sits: Sit, changed: dict[str, object], what: str) -> None:
    with pytest.raises(WrongUse, match=what):
        COVER.prepare(sits("ann"), replace(COVERED, **changed))
