"""Milestones: what is not said has not happened, and what follows from several copies of a draft."""

from __future__ import annotations

import datetime as dt

from reportkit.inspection.milestones import NOTHING_YET, DraftCopy, Milestones

MONDAY, TUESDAY = dt.date(2004, 6, 7), dt.date(2004, 6, 8)
DUE, EXTENDED = dt.date(2004, 6, 21), dt.date(2004, 6, 28)

TWO_COPIES = Milestones(
    drafts=(
        DraftCopy(to="authority", sent=MONDAY, due=DUE),
        DraftCopy(to="almo", sent=TUESDAY, due=EXTENDED),
    )
)


def test_of_what_no_one_said_nothing_has_happened():
    assert Milestones() == NOTHING_YET
    assert NOTHING_YET.draft_sent is None
    assert NOTHING_YET.bodies_sent == frozenset()


def test_the_draft_is_out_when_its_last_copy_is():
    assert TWO_COPIES.draft_sent == TUESDAY
    assert TWO_COPIES.bodies_sent == {"authority", "almo"}
