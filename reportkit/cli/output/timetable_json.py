"""Timetables as JSON."""

from __future__ import annotations

import datetime as dt

import msgspec

from reportkit.actions.timetable import Timetables
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.timetable.appointment import Appointment

FORMAT = 1


def as_json(found: Timetables, *, late: bool) -> bytes:
    """Return all of them, each appointment with its state and working days on the day; with `late` only those."""
    today = found.today
    told = {
        "format": FORMAT,
        "today": today,
        "timetables": [
            {
                "inspection": table.inspection,
                "title": table.title,
                "appointments": [_values(each, today) for each in (table.late(today) if late else table.appointments)],
            }
            for table in found.tables
        ],
    }
    return json_bytes(told)


def _values(each: Appointment, today: dt.date) -> dict[str, object]:
    return {**msgspec.structs.asdict(each), "state": each.state(today), "working-days": each.working_days(today)}
