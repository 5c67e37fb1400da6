"""Recording a meeting, called from Python."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportkit.actions.meeting import MEETING, MeetingRequest
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.events import Meeting
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG

MET = MeetingRequest(
    inspection=SLUG,
    present=("ann", "bob", "cat"),
    service="agreed",
    prospects="promising:uncertain:No plan has money behind it.",
    note="Long.",
    today=DAY,
)


def test_a_meeting_is_of_today_and_holds_both_outcomes(sits: Sit) -> None:
    prepared = MEETING.prepare(sits("ann"), MET)
    assert prepared.intent is not None
    details = prepared.intent.details
    assert isinstance(details, Meeting)
    assert (details.date, details.present, details.note) == (DAY, ("ann", "bob", "cat"), "Long.")
    assert (details.service.to, details.prospects.to) == ("good", "uncertain")


def test_a_meeting_of_another_round_is_refused(sits: Sit) -> None:
    with pytest.raises(Refused, match="This is no meeting of round 4: round 1 is on"):
        MEETING.prepare(sits("ann"), replace(MET, of_round=4))


def test_only_people_of_the_policy_were_there(sits: Sit) -> None:
    with pytest.raises(WrongUse, match=r"policy\.yaml lists no one called `anne`"):
        MEETING.prepare(sits("ann"), replace(MET, present=("anne",)))
