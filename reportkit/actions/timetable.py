"""The timetables of inspections: every date that the guidance sets or implies, and those planned."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from msgspec import Struct

from reportkit.actions.former_timetables import former_timetables, timetable_of
from reportkit.errors import WrongUse
from reportkit.gitstore.provenance import provenance
from reportkit.moderation.policy import POLICY
from reportkit.reading.files import Files
from reportkit.reading.folder import FolderFiles
from reportkit.reading.policy import read_policy
from reportkit.timetable.calendar_file import calendar_file
from reportkit.timetable.timetable import Timetable
from reportkit.workspace.clock import clock
from reportkit.workspace.deliver import deliver
from reportkit.workspace.inspection_folders import inspection_names
from reportkit.workspace.workspace import Workspace

_ENDING: Final = ".ics"


class TimetableRequest(Struct, frozen=True, kw_only=True):
    """The inspection, or with `everything` all of them. `today` is believed in demonstrations only."""

    inspection: str | None = None
    everything: bool = False
    today: dt.date | None = None


class Timetables(Struct, frozen=True):
    """The timetables that were asked for, and the day that they are judged by."""

    tables: tuple[Timetable, ...]
    today: dt.date


def timetables(workspace: Workspace, request: TimetableRequest) -> Timetables:
    """Return the timetables. Raises WrongUse for a name together with all, Unreadable where one cannot be read."""
    names = _names(workspace, request)
    files = FolderFiles(workspace.root)
    today = _today(files, request.today)
    return Timetables(tuple(timetable_of(workspace, files, name) for name in names), today)


def write_calendar(workspace: Workspace, found: Timetables, place: Path) -> Path:
    """Write the timetables as a calendar file, and return where it is.

    `place` is the file, or a folder for it. Raises WrongUse for a name that no calendar program would open.
    """
    names = [table.inspection for table in found.tables]
    target = place / f"{names[0] if len(names) == 1 else 'inspections'}{_ENDING}" if place.is_dir() else place
    if target.suffix.lower() != _ENDING:
        raise WrongUse(f"`{target.name}` does not end in {_ENDING}", remedy=f"Name a {_ENDING} file, or a folder.")
    tables = (table.after(former_timetables(workspace, table.inspection)) for table in found.tables)
    return deliver(target, calendar_file(tables, workspace.repository.repository, _made(workspace, names)))


def _names(workspace: Workspace, request: TimetableRequest) -> tuple[str, ...]:
    if not request.everything:
        return (workspace.inspection(request.inspection),)
    if request.inspection is not None:
        raise WrongUse("A name and --all do not go together", remedy="Leave one of them out.")
    return inspection_names(workspace.root)


def _today(files: Files, asked: dt.date | None) -> dt.date:
    """Return today in England, or in a demonstration the day that was asked for."""
    plays = asked is not None and POLICY in files.under("moderation") and read_policy(files).demonstration
    return clock(asked, demonstration=plays).today


def _made(workspace: Workspace, names: list[str]) -> dt.datetime:
    """Return when this state was made: the version's own time, or now where anything is not saved."""
    saved = [provenance(workspace.root, name).committed for name in names]
    known = [each for each in saved if each is not None]
    return max(known) if known and len(known) == len(saved) else clock(None, demonstration=False).now
