"""Letters that were sent, and letters that wait."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.errors import Refused
from reportkit.moderation.dispatches import to_be_sent, unsent
from reportkit.moderation.outcome_events import Dispatch, Letters
from tests.moderation.story import TODAY, Story
from tests.moderation.test_blockers_with_bodies import heard


def told() -> Story:
    return heard().decision().letters()


def sent(story: Story, to: str, on: dt.date = TODAY) -> Story:
    (issued,) = [entry for entry, _ in story.ledger.of(Letters)]
    return story.tells("gus", Dispatch(of=issued.digest, to=to, way="post", on=on))  # type: ignore[arg-type]


def test_before_the_letters_nothing_waits() -> None:
    story = heard().decision()
    assert unsent(story.ledger) == ()
    with pytest.raises(Refused, match="Nothing was issued that could go there"):
        to_be_sent(story.ledger, "odpm")


def test_each_body_waits_for_its_letter_until_it_has_gone() -> None:
    story = told()
    assert [to for to, _ in unsent(story.ledger)] == ["authority", "almo", "odpm"]
    sent(story, "almo")
    assert [to for to, _ in unsent(story.ledger)] == ["authority", "odpm"]


def test_a_letter_that_did_not_go_off_on_its_day_is_late() -> None:
    story = told()
    first = next(each for each in story.standing().blockers if each.rule == "K01")
    assert (first.due, first.holds, first.what.endswith("is not sent yet")) == (TODAY, "publish", True)
    story.waits(1)
    late = [each.what for each in story.standing().blockers if each.rule == "K01"]
    assert len(late) == 3
    assert all(what.endswith("and is late") for what in late)


def test_what_has_gone_off_already_may_be_recorded_as_sent_again() -> None:
    story = sent(told(), "odpm")
    (issued,) = [entry for entry, _ in story.ledger.of(Letters)]
    assert to_be_sent(story.ledger, "odpm") == issued.digest
