"""Noting progress on a recommendation, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.progress import PROGRESS, ProgressRequest
from reportkit.errors import WrongUse
from reportkit.moderation.outcome_events import Progress
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG, Office


def test_progress_is_of_today(sits: Sit, untouched: Office) -> None:
    known = next((untouched.folder / "recommendations").iterdir()).stem
    request = ProgressRequest(inspection=SLUG, recommendation=known, state="done", note="Since May.", today=DAY)
    prepared = PROGRESS.prepare(sits("ros"), request)
    assert prepared.intent is not None
    assert prepared.intent.details == Progress(recommendation=known, state="done", on=DAY, note="Since May.")


def test_an_unknown_recommendation_is_refused(sits: Sit) -> None:
    request = ProgressRequest(inspection=SLUG, recommendation="xyz", state="done", today=DAY)
    with pytest.raises(WrongUse, match=f"There is no recommendation `xyz` in {SLUG}"):
        PROGRESS.prepare(sits("ros"), request)
