"""Timetables as an iCalendar file (RFC 5545) for Outlook, Google and others: one all-day event for each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from reportkit.timetable.appointment import Appointment
from reportkit.timetable.timetable import Timetable

if TYPE_CHECKING:
    from icalendar import Event  # heavy, and only its name is needed here

PRODUCT: Final = "-//reportkit//timetable//EN"
_A_DAY: Final = dt.timedelta(days=1)
_A_MINUTE: Final = 60  # seconds; counted by seconds, an event of 2038 would leave the range of the standard


def calendar_file(timetables: Iterable[Timetable], repository: str, made: dt.datetime) -> bytes:
    """Return the calendar of one or more inspections.

    An event's id is made of the repository, the inspection and what it is, so that a program which has the file
    already changes its events and adds none twice. `made` is the version's own time: the same state gives the same
    bytes, and a later one a higher SEQUENCE, without which Google takes no change. Days are DATE values, so that no
    time zone moves them. What has no day, and what is only a usual course, is left out. What earlier versions had and
    this one has no longer is cancelled, or it would stay in every calendar.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for each in timetables:
        for event in _events(_Source(each, repository, made)):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


class _Source(Struct, frozen=True):
    """The source of events: the timetable, the repository, and when that state was made."""

    timetable: Timetable
    repository: str
    made: dt.datetime


def _events(source: _Source) -> Iterator[Event]:
    yield from (_event(each, source) for each in source.timetable.appointments if each.has_event)
    yield from (_cancelled(each, source) for each in source.timetable.cancelled)


def _cancelled(appointment: Appointment, source: _Source) -> Event:
    """Return the event of what is no longer planned, by which calendars take it out or strike it through."""
    no_longer = replace(appointment, what=f"Cancelled: {appointment.what}", done=None, note="It is no longer planned.")
    event = _event(no_longer, source)
    event.add("status", "CANCELLED")
    return event


def _event(appointment: Appointment, source: _Source) -> Event:
    from icalendar import Event

    day = appointment.done or appointment.last or dt.date.min  # what has no day has no event

    timetable = source.timetable
    event = Event()
    event.add("uid", f"{appointment.key}.{timetable.inspection}@{source.repository}")
    made = source.made.astimezone(dt.UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", int(made.timestamp()) // _A_MINUTE)
    event.add("dtstart", day)
    event.add("dtend", day + _A_DAY)
    event.add("summary", f"{timetable.title}: {_summary(appointment)}")
    event.add("description", _description(appointment, timetable))
    event.add("transp", "TRANSPARENT")  # it does not block the day
    event.add("categories", [timetable.inspection])
    return event


def _summary(appointment: Appointment) -> str:
    return f"{appointment.what} (done)" if appointment.done else appointment.what


def _description(appointment: Appointment, timetable: Timetable) -> str:
    paragraph = f"Guidance, paragraph {appointment.paragraph}." if appointment.paragraph else ""
    until = f"From {appointment.due} until {appointment.until}." if appointment.until and not appointment.done else ""
    parts = (paragraph, until, appointment.note, f"Inspection {timetable.inspection}.")
    return "\n".join(part for part in parts if part)
