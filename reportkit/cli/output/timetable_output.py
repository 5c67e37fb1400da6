"""One run of `timetable`: read what there is, lay it out, and show it, or write it as a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
from msgspec import Struct

from reportkit.actions.known_endings import known_endings
from reportkit.actions.load import load
from reportkit.actions.milestones_reached import reached
from reportkit.cli.output.timetable_json import as_json
from reportkit.cli.output.timetable_lines import lines, summary
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import WrongUse
from reportkit.gitstore.provenance import provenance
from reportkit.moderation.policy import POLICY
from reportkit.reading.files import Files
from reportkit.reading.folder import FolderFiles
from reportkit.reading.policy import read_policy
from reportkit.reading.repository import read_repository
from reportkit.timetable.calendar_file import calendar_file
from reportkit.timetable.timetable import Timetable, timetable
from reportkit.workspace.clock import clock
from reportkit.workspace.deliver import deliver
from reportkit.workspace.workspace import inspection_names

_ENDING = ".ics"


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    everything: bool
    late: bool
    machine: bool
    ics: Path | None


def show(session: Session, inspection: str | None, manner: Manner, asked: Asked) -> None:
    """Show the timetables that were asked for. Raises WrongUse for a name together with --all."""
    names = _names(session, inspection, asked)
    files = FolderFiles(session.root)
    today = _today(files, manner.today)
    tables = tuple(_of(session, files, name) for name in names)
    if asked.ics is not None:
        _write(session, names, tables, asked.ics)
    elif asked.machine:
        click.echo(as_json(tables, today, late=asked.late))
    else:
        _tell(tables, today, asked)


def _names(session: Session, inspection: str | None, asked: Asked) -> tuple[str, ...]:
    if not asked.everything:
        return (session.inspection(inspection),)
    if inspection is not None:
        raise WrongUse("A name and --all do not go together", remedy="Leave one of them out.")
    return inspection_names(session.root)


def _today(files: Files, asked: dt.date | None) -> dt.date:
    """Today in England, or in a demonstration the day that was asked for."""
    plays = asked is not None and POLICY in files.under("moderation") and read_policy(files).demonstration
    return clock(asked, demonstration=plays).today


def _of(session: Session, files: Files, name: str) -> Timetable:
    found = load(files, name)
    known = reached(files, found, partial(known_endings, session))
    return timetable(found, known.milestones, known.ledger)


def _tell(tables: tuple[Timetable, ...], today: dt.date, asked: Asked) -> None:
    told = "\n".join(_told(tables, today, asked))
    if told:
        say(told)
    click.echo(summary(tables, today), err=True)


def _told(tables: tuple[Timetable, ...], today: dt.date, asked: Asked) -> Iterator[str]:
    shown = [each for each in tables if each.late(today) or not asked.late]
    for number, each in enumerate(shown):
        if number:
            yield ""
        yield from lines(each, today, late=asked.late)


def _write(session: Session, names: tuple[str, ...], tables: tuple[Timetable, ...], place: Path) -> None:
    """Write the calendar. Raises WrongUse for a name that no calendar program would open."""
    target = place / f"{names[0] if len(names) == 1 else 'inspections'}{_ENDING}" if place.is_dir() else place
    if target.suffix.lower() != _ENDING:
        raise WrongUse(f"`{target.name}` does not end in {_ENDING}", remedy=f"Name a {_ENDING} file, or a folder.")
    repository = read_repository(FolderFiles(session.root)).repository
    click.echo(deliver(target, calendar_file(tables, repository, _made(session, names))))


def _made(session: Session, names: tuple[str, ...]) -> dt.datetime:
    """When this state was made: the version's own time, or now where anything is not saved, for that is newer."""
    saved = [provenance(session.root, name).committed for name in names]
    known = [each for each in saved if each is not None]
    return max(known) if known and len(known) == len(saved) else clock(None, demonstration=False).now
