"""Deciding the final score, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.decide import DECIDE, DecideRequest
from reportkit.actions.refusal import InTheWay
from reportkit.errors import WrongUse
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG, Office

AGREED = DecideRequest(inspection=SLUG, service="agreed", prospects="agreed", today=DAY)


def test_a_decision_lists_everything_that_it_waits_for_and_records_nothing(sits: Sit, untouched: Office) -> None:
    ann, before = sits("ann"), untouched.records()
    prepared = DECIDE.prepare(ann, AGREED)
    assert f"reportkit moderate sign-off {SLUG}" in {each.command for each in prepared.obstacles}
    with pytest.raises(InTheWay):
        carry_out(ann, prepared)
    assert untouched.records() == before


def test_a_reason_for_not_sending_again_needs_something_that_got_worse(sits: Sit) -> None:
    request = DecideRequest(
        inspection=SLUG, service="agreed", prospects="agreed", not_sent_again="They know.", today=DAY
    )
    with pytest.raises(WrongUse, match="Nothing got worse for the bodies since they saw the draft"):
        DECIDE.prepare(sits("ann"), request)


def test_a_decision_leaves_nothing_unclear(sits: Sit) -> None:
    request = DecideRequest(inspection=SLUG, service="agreed", prospects="further:Who pays?", today=DAY)
    with pytest.raises(WrongUse, match="A decision names both ratings"):
        DECIDE.prepare(sits("ann"), request)
