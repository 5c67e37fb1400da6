"""One day on a timetable: how it stands on another."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.timetable.appointment import Appointment

DUE = dt.date(2004, 4, 13)
"""The Tuesday after Easter."""


def appointment(**facts: object) -> Appointment:
    return Appointment(key="comments", what="Comments come", **facts)


@pytest.mark.parametrize(
    ("facts", "today", "state", "left"),
    [
        ({"due": DUE}, dt.date(2004, 4, 8), "due", 1),
        ({"due": DUE}, DUE, "due", 0),
        ({"due": DUE}, dt.date(2004, 4, 14), "late", -1),
        ({"due": DUE}, dt.date(2004, 4, 17), "late", -3),
        ({"due": dt.date(2004, 4, 10)}, dt.date(2004, 4, 12), "late", 0),
        ({"due": DUE, "done": dt.date(2004, 4, 20)}, dt.date(2004, 5, 1), "done", None),
        ({"due": DUE, "until": dt.date(2004, 4, 20)}, dt.date(2004, 4, 15), "due", 3),
        ({}, DUE, "open", None),
        ({"due": DUE, "nature": "earliest"}, dt.date(2004, 5, 1), "from", -13),
        ({"due": DUE, "nature": "model"}, dt.date(2004, 5, 1), "model", None),
        ({"due": dt.date(2300, 1, 1)}, DUE, "due", None),
    ],
)
def test_on_a_day_it_stands_so(facts: dict[str, object], today: dt.date, state: str, left: int | None):
    each = appointment(**facts)
    assert (each.state(today), each.working_days(today)) == (state, left)


def test_it_stands_under_the_day_it_happened_rather_than_the_day_it_was_due():
    assert appointment(due=DUE).day == DUE
    assert appointment(due=DUE, done=dt.date(2004, 4, 20)).day == dt.date(2004, 4, 20)
    assert appointment().day is None
