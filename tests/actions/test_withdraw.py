"""Taking back a sign-off or a query, with the store in memory."""

from __future__ import annotations

from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage

AGAIN = "I read the survey again."


def test_there_must_be_something_to_take_back(at_stage: AtStage) -> None:
    refused = at_stage("met").refuses("ann", "withdraw", reason=AGAIN)
    assert "There is no sign-off or query of yours" in str(refused)


def test_a_sign_off_is_taken_back_by_who_gave_it_and_once(at_stage: AtStage) -> None:
    house = at_stage("met")
    story.sign(house, "ann", "bob")
    done = house.does("ann", "withdraw", reason=AGAIN)
    assert done.after is not None
    assert [entry.record.person for entry in done.after.signed] == ["bob"]
    assert "There is no sign-off or query of yours" in str(house.refuses("ann", "withdraw", reason=AGAIN))


def test_nothing_is_sent_while_one_sign_off_is_taken_back(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.does("cat", "withdraw", reason=AGAIN)
    assert "The senior manager has not signed." in str(house.refuses("gus", "send", **story.TURN))
    house.does("cat", "sign-off")
    house.does("gus", "send", **story.TURN)
