"""What a record tells the rules, event by event."""

from __future__ import annotations

from reportkit.inspection.milestones import NOTHING_YET
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from tests.moderation.story import TODAY, Story, heard, signed


def test_an_empty_record_has_reached_nothing():
    assert milestones_of(Ledger()) == NOTHING_YET


def test_it_was_submitted_and_decided_on_the_days_of_those_records():
    story = heard().waits(3).decision()
    reached = milestones_of(story.ledger)
    assert reached.submitted == TODAY
    assert reached.decided == TODAY.replace(day=17)


def test_a_decision_that_a_query_reopened_is_none():
    assert milestones_of(signed().decision().query().ledger).decided is None


def test_a_submission_that_was_undone_is_none():
    story = Story().submitted()
    assert milestones_of(story.reversal("kim", story.last).ledger).submitted is None
