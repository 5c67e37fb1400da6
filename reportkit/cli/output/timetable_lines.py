"""Timetables in lines for a terminal: the day, its state, what it is, and its paragraph."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from reportkit.actions.timetable import Timetables
from reportkit.timetable.appointment import Appointment
from reportkit.timetable.timetable import Timetable


def all_lines(found: Timetables, *, late: bool) -> Iterator[str]:
    """Return the lines of every timetable, a gap between them; with `late` only of those with something late."""
    shown = [each for each in found.tables if each.late(found.today) or not late]
    for number, each in enumerate(shown):
        if number:
            yield ""
        yield from _lines(each, found.today, late=late)


def _lines(table: Timetable, today: dt.date, *, late: bool) -> Iterator[str]:
    """Return a heading, and a line for each appointment; with `late` only for those that are."""
    yield f"{table.title} ({table.inspection}) on {today}"
    rows = [_row(each, today) for each in (table.late(today) if late else table.appointments)]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    for day, state, what in rows:
        yield f"  {day.ljust(widths[0])}  {state.ljust(widths[1])}  {what}"


def summary(found: Timetables) -> str:
    """Return how many are late, due, done and without a day."""
    counts = Counter(each.state(found.today) for table in found.tables for each in table.appointments)
    return f"{counts['late']} late, {counts['due']} due, {counts['done']} done, {counts['open']} without a day yet."


def _row(each: Appointment, today: dt.date) -> tuple[str, str, str]:
    paragraph = f" [{each.paragraph}]" if each.paragraph else ""
    note = f" ({each.note})" if each.note else ""
    return _day(each), _state(each, today), f"{each.what}{note}{paragraph}"


def _day(each: Appointment) -> str:
    if each.nature == "model" and each.due and not each.done:
        last = each.until or each.due
        first = f"{each.due:%Y-%m}"
        return first if f"{last:%Y-%m}" == first else f"{first} or {last:%m}"
    if each.until and not each.done:
        return f"{each.due} to {each.until}"
    return str(each.day or "no day yet")


def _state(each: Appointment, today: dt.date) -> str:
    state, left = each.state(today), each.working_days(today)
    if state == "late" and left is not None:
        return f"late, {_days(-left)}" if left else "late"
    if state == "due" and each.last == today:
        return "due today"
    if state == "due" and left is not None:
        return f"due, {_days(left)} left"
    return {"from": "from then on", "model": "model date"}.get(state, state)


def _days(number: int) -> str:
    return f"{number} working day{'' if number == 1 else 's'}"
