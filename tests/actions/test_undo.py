"""Undoing one's own last act, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.sign_off import SIGN_OFF, SignOffRequest
from reportkit.actions.undo import UNDO, UndoRequest
from reportkit.errors import Refused
from tests.actions.conftest import DAY, Sit, carried_out
from tests.cli.moderate.conftest import SLUG

REQUEST = UndoRequest(inspection=SLUG, reason="The wrong one.", today=DAY)


def test_there_must_be_an_act_of_one_s_own(sits: Sit) -> None:
    with pytest.raises(Refused, match=f"There is no act of yours on {SLUG} to undo"):
        UNDO.prepare(sits("bob"), REQUEST)


def test_the_act_is_named_before_it_is_undone_and_is_not_undone_twice(acts: Sit) -> None:
    bob = acts("bob")
    carried_out(bob, SIGN_OFF.prepare(bob, SignOffRequest(inspection=SLUG, today=DAY)))
    prepared = UNDO.prepare(bob, REQUEST)
    assert prepared.remarks == ("To be undone: Bob Hay (ALMO co-ordinator) signed off.",)
    done = carried_out(bob, prepared)
    assert done.after is not None
    assert done.after.signed == ()
    with pytest.raises(Refused, match="is undone already"):
        UNDO.prepare(bob, REQUEST)
