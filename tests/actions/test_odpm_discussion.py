"""A discussion with the ODPM, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.odpm_discussion import ODPM_DISCUSSION, OdpmDiscussionRequest
from reportkit.errors import Refused
from reportkit.moderation.outcome_events import OdpmDiscussion
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG, Office

REQUEST = OdpmDiscussionRequest(inspection=SLUG, on=DAY, note="Watched.", people=("Jane Hall",), today=DAY)


def test_promising_prospects_are_not_discussed(sits: Sit) -> None:
    with pytest.raises(Refused, match="The prospects are promising: there is nothing to discuss with the ODPM"):
        ODPM_DISCUSSION.prepare(sits("ann"), REQUEST)


def test_a_discussion_of_uncertain_prospects_is_one_sentence(acts: Sit, met: Office) -> None:
    met.edits("inspection.yaml", "rating: promising", "rating: uncertain")
    met.saves()
    prepared = ODPM_DISCUSSION.prepare(acts("ann"), REQUEST)
    assert prepared.said.endswith("discussed the prospects with the ODPM on 2004-06-14: Watched.")
    assert prepared.intent is not None
    assert prepared.intent.details == OdpmDiscussion(on=DAY, with_=("Jane Hall",), note="Watched.")
