"""Timetables as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.timetable.appointment import Appointment
from reportkit.timetable.timetable import Timetable

FORMAT = 1


def as_json(tables: Iterable[Timetable], today: dt.date, *, late: bool) -> bytes:
    """All of them, each appointment with its state and working days on this day; with `late` only those."""
    told = {
        "format": FORMAT,
        "today": today,
        "timetables": [
            {
                "inspection": table.inspection,
                "title": table.title,
                "appointments": [_told(each, today) for each in (table.late(today) if late else table.appointments)],
            }
            for table in tables
        ],
    }
    return json_bytes(told)


def _told(each: Appointment, today: dt.date) -> dict[str, object]:
    return {**msgspec.structs.asdict(each), "state": each.state(today), "working-days": each.working_days(today)}
