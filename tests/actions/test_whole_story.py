"""The whole story of an inspection through actions in Python, with the store in memory: from submit to publish."""

from __future__ import annotations

from reportkit.moderation.load_records import tell
from tests.actions.conftest import AtStage
from tests.actions.story_in_memory import MODERATORS, STEPS
from tests.cli.moderate.conftest import SLUG

EVENTS = (
    *("submitted", "meeting", "sign-off", "sign-off", "sign-off", "draft-sent", "comment", "round-table", "decision"),
    *("letters", "dispatch", "dispatch", "dispatch", "dispatch", "published"),
)
STAGES = {
    "handed in": "moderation",
    "met": "moderation",
    "signed": "moderation",
    "sent": "with-the-bodies",
    "heard": "with-the-bodies",
    "decided": "decision",
    "told": "notified",
    "dispatched": "notified",
    "published": "published",
}


def test_each_step_leads_to_the_next_from_submit_to_publish(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    assert house.standing.stage == "drafting"
    reached = {}
    for name, step in STEPS.items():
        step(house)
        reached[name] = house.standing.stage
    assert reached == STAGES
    told = tell(house.workspace.records.records(SLUG))
    assert (tuple(entry.record.event for entry in told), told.faults) == (EVENTS, ())
    assert len(house.standing.signed) == len(MODERATORS)
    assert (house.standing.lapsed, house.standing.set_aside) == ((), ())
