from __future__ import annotations

import pytest

from reportkit.moderation import events as ev
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.subject import Signing
from tests.moderation.builders import CONTENT, DAY, GOOD, PROMISING, record
from tests.moderation.story import cover, meeting


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"verdict": "agreed"}, "an agreed judgement names its rating"),
        ({"verdict": "agreed", "from_": "fair", "to": "good"}, "an agreed judgement names its rating"),
        ({"verdict": "changed", "to": "good", "why": "x"}, "from what, to what, and why"),
        ({"verdict": "changed", "from_": "fair", "to": "good"}, "from what, to what, and why"),
        ({"verdict": "changed", "from_": "good", "to": "good", "why": "x"}, "from one rating to another"),
        ({"verdict": "further-information"}, "says why, and names no rating"),
        ({"verdict": "further-information", "to": "good", "why": "x"}, "says why, and names no rating"),
    ],
)
def test_an_outcome_says_from_to_and_why_as_its_verdict_asks(fields: dict[str, str], why: str) -> None:
    for kind in (ServiceOutcome, ProspectsOutcome):
        with pytest.raises(ValueError, match=why):
            kind(**fields)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: meeting(present=()), "everyone who was there once"),
        (lambda: meeting(present=("ann", "ann")), "everyone who was there once"),
        (lambda: ev.Query(asks="?", of="Mo", by=DAY, finding="a", judgement="service"), "not on both"),
        (lambda: ev.SignOff(assessed=("report", "report"), content=CONTENT), "named once"),
        (lambda: cover(until=DAY.replace(day=1)), "on the day it begins, or later"),
        (lambda: cover(stand_in="cat"), "a person cannot cover their own role"),
        (lambda: ev.Decision(service=meeting("?").service, prospects=PROMISING, rests_on=()), "names both ratings"),
        (lambda: ev.Decision(service=GOOD, prospects=PROMISING, rests_on=("b", "a")), "in order, each once"),
        (lambda: record(stage="final"), "names the decision"),
        (lambda: record(subject=None), "on which content"),
        (lambda: record(seen=("b" * 64, "a" * 64)), "in order, each once"),
        (lambda: Signing("final"), "has a decision"),
    ],
)
def test_values_that_contradict_themselves_cannot_be_made(make: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make()


def test_a_meeting_asks_for_more_where_either_judgement_is_not_clear() -> None:
    assert not ev.Meeting(date=DAY, present=("ann",), service=GOOD, prospects=PROMISING).asks_for_more
    assert meeting("?").asks_for_more
    assert meeting("good", "?").asks_for_more
