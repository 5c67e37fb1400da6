"""Clearing a sensitive finding, called from Python."""

from __future__ import annotations

import hashlib

import pytest

from reportkit.actions.clear import CLEAR, ClearRequest
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.outcome_events import Clearance
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG, Office

FINDING = "adaptations-slow"


def test_a_finding_that_is_not_sensitive_needs_no_clearance(sits: Sit) -> None:
    with pytest.raises(Refused, match="adaptations-slow is not marked sensitive"):
        CLEAR.prepare(sits("ann"), ClearRequest(inspection=SLUG, finding=FINDING, papers=("report",), today=DAY))


def test_an_unknown_finding_is_refused_with_the_likeliest_one(sits: Sit) -> None:
    with pytest.raises(WrongUse, match="adaptations-slow"):
        CLEAR.prepare(sits("ann"), ClearRequest(inspection=SLUG, finding="adaptations", papers=("report",), today=DAY))


def test_a_clearance_is_of_the_file_as_it_is_saved_and_names_each_paper_once(acts: Sit, met: Office) -> None:
    met.edits("findings/adaptations-slow.md", "title:", "sensitive: true\ntitle:")
    met.saves()
    request = ClearRequest(inspection=SLUG, finding=FINDING, papers=("report", "letters", "report"), today=DAY)
    prepared = CLEAR.prepare(acts("cat"), request)
    digest = hashlib.sha256((met.folder / "findings/adaptations-slow.md").read_bytes()).hexdigest()
    assert prepared.intent is not None
    assert prepared.intent.details == Clearance(
        finding=FINDING, digest=digest, by="Cat Roy", for_=("letters", "report"), reason=None
    )
