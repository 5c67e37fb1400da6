"""An inspection's timetable: every date that the guidance sets or implies, every plan and every recommendation's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Milestones
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.events import Query, QueryAnswer
from reportkit.moderation.ledger import Ledger
from reportkit.timetable.after_inspection import onwards
from reportkit.timetable.appointment import Appointment
from reportkit.timetable.before_inspection import beforehand


class Timetable(Struct, frozen=True):
    """One inspection's appointments, by day; those without one stand last.

    `cancelled` are those of earlier versions that are no longer planned: calendars still have them.
    """

    inspection: str
    title: str
    appointments: tuple[Appointment, ...]
    cancelled: tuple[Appointment, ...] = ()

    def after(self, former: Iterable[Timetable]) -> Timetable:
        """Return it with what earlier timetables had, the newest of them first, and this one has no longer."""
        known = {each.key for each in self.appointments if each.has_event}
        gone: dict[str, Appointment] = {}
        for each in (appointment for table in former for appointment in table.appointments):
            if each.has_event and each.key not in known:
                gone.setdefault(each.key, each)
        return replace(self, cancelled=tuple(gone.values()))

    def late(self, today: dt.date) -> tuple[Appointment, ...]:
        """Return those whose day has passed."""
        return tuple(each for each in self.appointments if each.state(today) == "late")


def timetable(inspection: Inspection, reached: Milestones, ledger: Ledger) -> Timetable:
    """Return everything that has a day or should have one.

    `reached` is what the record, `ledger`, and casework tell.
    """
    everything = (*beforehand(inspection, reached), *_queries(ledger), *onwards(inspection, reached))
    ordered = sorted(everything, key=lambda each: each.day or dt.date.max)
    particulars = inspection.particulars
    title = particulars.almo.name if particulars.almo else particulars.authority.name
    return Timetable(inspection.slug, title, tuple(ordered))


def _queries(ledger: Ledger) -> Iterator[Appointment]:
    """Further information that moderators asked for, and when it came."""
    answered = {answer.query: day_of(entry.record) for entry, answer in ledger.of(QueryAnswer)}
    for entry, query in ledger.of(Query):
        if entry.digest not in ledger.withdrawn:
            yield Appointment(
                key=f"query-{short(entry.digest)}",
                what=f"{query.of} answers a query of the moderators",
                paragraph="114",
                due=query.by,
                done=answered.get(entry.digest),
            )
