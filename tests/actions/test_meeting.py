"""Recording a meeting, with the store in memory."""

from __future__ import annotations

from typing import Any

from reportkit.errors import Refused, WrongUse
from reportkit.moderation.events import Meeting
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.actions.story_in_memory import AGREED, MODERATORS
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

MET: dict[str, Any] = {"present": MODERATORS, **AGREED}
FURTHER: dict[str, Any] = {**MET, "prospects": "further:Who pays for the plan?"}


def test_a_meeting_is_of_today_and_holds_both_outcomes(at_stage: AtStage) -> None:
    house = at_stage("handed in")
    house.does("ann", "meeting", **{**MET, "prospects": "uncertain:promising:The money came."}, note="Long.")
    details = house.newest.details
    assert isinstance(details, Meeting)
    assert (details.date, details.present, details.note) == (BEGINS, MODERATORS, "Long.")
    assert (details.service.to, details.prospects.to) == ("fair", "promising")


def test_a_second_round_follows_a_meeting_that_could_not_agree(at_stage: AtStage) -> None:
    house = at_stage("handed in")
    house.does("ann", "meeting", **FURTHER)
    assert (house.standing.stage, house.standing.round) == ("moderation", 2)
    assert str(house.refuses("ann", "meeting", **MET, of_round=1)) == (
        "This is no meeting of round 1: round 2 is on. Leave --round out, or look again."
    )
    story.meet(house)
    story.sign(house)
    assert len(house.standing.signed) == len(MODERATORS)


def test_a_changed_judgement_is_written_into_the_inspection_before_a_moderator_signs(at_stage: AtStage) -> None:
    house = at_stage("handed in")
    house.does("ann", "meeting", **{**MET, "service": "fair:poor:Repairs are late."})
    refused = str(house.refuses("ann", "sign-off"))
    assert "says fair for the service, and poor was agreed" in refused
    house.edits("inspection.yaml", "rating: fair", "rating: poor")
    assert "was agreed" not in str(house.tries("ann", "sign-off"))


@every_case(
    ("stage", "changed", "error", "what"),
    [
        ("handed in", {"of_round": 4}, Refused, "This is no meeting of round 4: round 1 is on"),
        ("handed in", {"present": ("anne",)}, WrongUse, "policy.yaml lists no one called `anne`"),
        ("handed in", {"service": "good"}, WrongUse, "cannot be understood"),
        ("handed in", {"service": "good:bad:Why"}, WrongUse, "--service"),
        (
            *("handed in", {"prospects": "good:poor:Why"}, WrongUse),
            "--prospects: there is no rating `good`. Choose one of: poor, uncertain, promising, excellent.",
        ),
        (
            *("drafted", {}, Refused),
            f"  The inspection was not submitted yet.\n      reportkit moderate submit {SLUG}",
        ),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    at_stage: AtStage, stage: str, changed: dict[str, Any], error: type[Exception], what: str
) -> None:
    refused = at_stage(stage).refuses("ann", "meeting", **{**MET, **changed})
    assert what in str(refused)
    assert isinstance(refused, error)
