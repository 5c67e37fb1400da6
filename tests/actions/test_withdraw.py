"""Taking back a sign-off or a query, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.sign_off import SIGN_OFF, SignOffRequest
from reportkit.actions.withdraw import WITHDRAW, WithdrawRequest
from reportkit.errors import Refused
from tests.actions.conftest import DAY, Sit, carried_out
from tests.cli.moderate.conftest import SLUG

REQUEST = WithdrawRequest(inspection=SLUG, reason="I read the survey again.", today=DAY)


def test_there_must_be_something_to_take_back(sits: Sit) -> None:
    with pytest.raises(Refused, match="There is no sign-off or query of yours"):
        WITHDRAW.prepare(sits("ann"), REQUEST)


def test_a_sign_off_that_is_taken_back_holds_no_longer(acts: Sit) -> None:
    ann = acts("ann")
    carried_out(ann, SIGN_OFF.prepare(ann, SignOffRequest(inspection=SLUG, today=DAY)))
    done = carried_out(ann, WITHDRAW.prepare(ann, REQUEST))
    assert done.after is not None
    assert done.after.signed == ()
