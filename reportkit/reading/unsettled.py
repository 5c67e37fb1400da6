"""Files that two people changed at once, and nobody has settled: each is a problem of its inspection."""

from __future__ import annotations

from pathlib import PurePosixPath

from reportkit.inspection.origin import Place
from reportkit.inspection.problem import Problem
from reportkit.inspection.unsettled import HOME, Unsettled, unsettled_at
from reportkit.reading.files import Files
from reportkit.reading.problems import wrong


def unsettled(files: Files, slug: str) -> tuple[Problem, ...]:
    """A problem for each other version of one of the inspection's files, or of its moderation's."""
    paths = (path for folder in ("inspections", "moderation") for path in files.under(f"{HOME}/{folder}/{slug}"))
    return tuple(_problem(slug, found) for found in map(unsettled_at, paths) if found)


def _problem(slug: str, found: Unsettled) -> Problem:
    what = "was removed by" if found.removed else "was changed by"
    message = f"{what} {found.who} while somebody else changed it, and both versions are kept"
    return wrong(Place(found.path), message, f"See both, then choose: reportkit settle {slug} {_name(found.path)}")


def _name(path: str) -> str:
    """What `settle` calls the file: a finding by its id, any other by its path in the inspection."""
    _, _, rest = path.split("/", 2)
    folder, _, name = rest.rpartition("/")
    return PurePosixPath(name).stem if folder == "findings" else rest
