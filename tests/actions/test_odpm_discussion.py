"""A discussion with the ODPM, with the store in memory."""

from __future__ import annotations

import datetime as dt

from reportkit.moderation.outcome_events import OdpmDiscussion
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS


def test_a_discussion_of_uncertain_prospects_is_one_sentence(at_stage: AtStage) -> None:
    house = at_stage("met")
    done = house.does("ann", "odpm-discussion", on=BEGINS, note="Watched.", people=("Jane Hall",))
    assert done.prepared.said.endswith("discussed the prospects with the ODPM on 2004-01-05: Watched.")
    assert house.newest.details == OdpmDiscussion(on=BEGINS, with_=("Jane Hall",), note="Watched.")


def test_promising_prospects_are_not_discussed(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.edits("inspection.yaml", "rating: uncertain", "rating: promising")
    house.does("ros", "submit")
    refused = house.refuses("flo", "odpm-discussion", on=BEGINS, note="Watched.")
    assert "The prospects are promising: there is nothing to discuss with the ODPM [30]." in str(refused)


def test_one_that_has_not_taken_place_is_refused(at_stage: AtStage) -> None:
    tomorrow = BEGINS + dt.timedelta(days=1)
    assert "2004-01-06" in str(at_stage("met").refuses("flo", "odpm-discussion", on=tomorrow, note="Watched."))
