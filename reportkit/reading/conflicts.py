"""Files that two people changed at once and that are not settled: each is a problem of the inspections it concerns."""

from __future__ import annotations

from msgspec.structs import replace

from reportkit.inspection.conflicts import HOME, Unsettled, concerns, settling, unsettled_at
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.reading.files import Files
from reportkit.reading.problems import wrong


def unsettled(files: Files, slug: str) -> tuple[Problem, ...]:
    """Return a problem for each other version of one of the inspection's files, its moderation's, or what all share."""
    found = filter(None, map(unsettled_at, files.under(HOME)))
    return tuple(_problem(each) for each in found if concerns(each.path, slug))


def _problem(found: Unsettled) -> Problem:
    what = "was removed by" if found.removed else "was changed by"
    message = f"{what} {found.who} while another person changed it, and both versions are kept"
    command = settling(found.path)
    return replace(wrong(Place(found.path), message, f"See both, then choose: {command}"), command=command)
