"""One import: read what was sent, show what would change, ask, and replace indicators.csv whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct, structs

from reportkit.cli.asking.confirm import ask_to_write
from reportkit.cli.output.row_changes import change_lines
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection_changes import changes
from reportkit.reading.folder import FolderFiles
from reportkit.reading.indicator_import import ImportedIndicators, bring_indicators
from reportkit.reading.inspection import read_inspection
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import INSPECTIONS, Workspace
from reportkit.workspace.write_files import place_new, replace, stay_inside

NAME = "indicators.csv"


class IndicatorFile(Struct, frozen=True, kw_only=True):
    """What to bring in: the file, the sheet that is meant, and whether that is settled already."""

    file: Path
    sheet: str | None
    yes: bool


def bring_in(workspace: Workspace, slug: str, wanted: IndicatorFile) -> None:
    """Bring a table in. Raises Unreadable with every problem of it, WrongUse where nobody can say yes."""
    brought = bring_indicators(read_sent(wanted.file), wanted.file.name, wanted.sheet)
    path = workspace.root / INSPECTIONS / slug / NAME
    stay_inside(path.parent, workspace.root)
    old = FolderFiles(workspace.root).read(f"{INSPECTIONS}/{slug}/{NAME}") if os.path.lexists(path) else None
    if old == brought.data:
        click.echo(f"{NAME} holds the same already; nothing was written.", err=True)
        return
    click.echo("\n".join(_preview(workspace, slug, brought)))
    ask_to_write(workspace, f"Replace {NAME}?", yes=wanted.yes)
    if old is None:
        place_new(path, brought.data)
    else:
        replace(path, old, brought.data)
    click.echo(f"Written: {INSPECTIONS}/{slug}/{NAME}. `reportkit check` says what it still needs.", err=True)


def _preview(workspace: Workspace, slug: str, brought: ImportedIndicators) -> Iterator[str]:
    """What would change, row by row, and how much."""
    reading = read_inspection(FolderFiles(workspace.root), slug)
    inspection = reading.inspection
    if inspection is None or any(problem.where.file.endswith(f"/{NAME}") for problem in reading.problems):
        yield f"{NAME} cannot be read as it is, so all of it would be replaced:"
        yield from (f"+ {each.code} {each.name}" for each in brought.indicators)
        return
    found = changes(inspection, structs.replace(inspection, indicators=brought.indicators))
    yield from change_lines(found)
    yield _counted([change.done for change in found], inspection.indicators, brought.indicators)


def _counted(done: Sequence[str], before: Sequence[Indicator], after: Sequence[Indicator]) -> str:
    counts = ", ".join(f"{done.count(each)} {each}" for each in ("added", "changed", "removed"))
    return f"{len(before)} indicators before, {len(after)} after: {counts}."
