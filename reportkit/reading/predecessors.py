"""The inspections before one: `previous` followed from folder to folder, as far as this repository knows them."""

from __future__ import annotations

from reportkit.errors import Refused
from reportkit.inspection.particulars import Particulars, PreviousInspection
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.names import why_no_id
from reportkit.reading.parts import particulars
from reportkit.reading.problems import ValueFlaw, wrong
from reportkit.reading.root import MARKER

_MOST = 10
"""How many are followed: an authority has had fewer, and a chain that leads back must end."""


def predecessors(files: Files, start: Particulars, problems: list[Problem]) -> tuple[Predecessor, ...]:
    """Return the nearest first. A name in `start` that leads to no folder is noted.

    What another file says wrongly is not.
    """
    found: list[Predecessor] = []
    seen = {start.origin.file}
    here: Particulars | None = start
    while here is not None and here.previous is not None and len(found) < _MOST:
        previous = here.previous
        here = _read(files, previous.inspection, seen)
        if previous.inspection is not None and here is None and not found and _is_whole(files):
            problems.append(_lost(start.origin, previous.inspection))
        found.append(_predecessor(previous, here))
    return tuple(found)


def _read(files: Files, name: str | None, seen: set[str]) -> Particulars | None:
    """Return what can be read of it, once; its own problems are told when it is looked at itself."""
    path = f"inspections/{name}/inspection.yaml"
    if name is None or why_no_id(name) or path in seen:
        return None
    seen.add(path)
    try:
        return particulars(decode(files.read(path), path), path, [])
    except (Refused, ValueFlaw):
        return None


def _is_whole(files: Files) -> bool:
    """Return whether these are a repository's files: of a folder as it once was, the others cannot be seen."""
    try:
        files.read(MARKER)
    except Refused:
        return False
    return True


def _lost(origin: Origin, name: str) -> Problem:
    where = origin.at("previous.inspection")
    remedy = "Name another folder of inspections/, or leave `inspection` out and say here what is known."
    return wrong(where, f"there is no other inspection `{name}` that can be read", remedy)


def _predecessor(previous: PreviousInspection, own: Particulars | None) -> Predecessor:
    """Return what its own file says; what it leaves out, and all where there is none, from `previous`."""
    scope = tuple(service.id for service in own.scope) if own else ()
    ratings = own.judgements if own else None
    return Predecessor(
        name=(own and own.title) or previous.title or previous.inspection or "the earlier inspection",
        inspection=previous.inspection,
        kind=own.kind if own else previous.kind,
        date=_date(own) or previous.date,
        service=(ratings and ratings.service.rating) or previous.service,
        prospects=(ratings and ratings.prospects.rating) or previous.prospects,
        services=scope or previous.services or None,
    )


def _date(own: Particulars | None) -> str | None:
    """Return the day that says best when it was: of its report, else of its end or beginning on site."""
    if own is None:
        return None
    day = own.dates.report or own.dates.on_site_to or own.dates.on_site_from
    return day.isoformat() if day else None
