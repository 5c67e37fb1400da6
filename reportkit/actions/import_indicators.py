"""Bring a table of indicators in: indicators.csv is replaced whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from msgspec import Struct, structs

from reportkit.actions.file_write import FileWrite, write_file
from reportkit.actions.imported_file import ImportedFile, digested, refuse_changed
from reportkit.actions.intent import Confirmation
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.inspection_changes import Change, changes
from reportkit.reading.folder import FolderFiles
from reportkit.reading.indicator_import import bring_indicators
from reportkit.reading.inspection import read_inspection
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace
from reportkit.workspace.write_files import stay_inside

NAME: Final = "indicators.csv"


class ImportIndicatorsRequest(Struct, frozen=True, kw_only=True):
    """The file to bring in, the sheet that is meant where it has several, and the inspection that it is for."""

    inspection: str | None = None
    file: Path
    sheet: str | None = None


class PreparedIndicators(Struct, frozen=True, kw_only=True):
    """A table ready to replace indicators.csv, and what that would change.

    `before` are the indicators that are there now and `changes` what would differ; both are None where indicators.csv
    cannot be read as it is, so that all of it would be replaced.
    """

    source: ImportedFile
    write: FileWrite
    before: tuple[Indicator, ...] | None
    after: tuple[Indicator, ...]
    changes: tuple[Change, ...] | None
    confirmation: Confirmation

    @property
    def is_there_already(self) -> bool:
        """Return whether indicators.csv holds the same already."""
        return self.write.before == self.write.data


def prepare(workspace: Workspace, request: ImportIndicatorsRequest) -> PreparedIndicators:
    """Read the table and compare it with what is there. Raises Unreadable with every problem of it."""
    slug = workspace.inspection(request.inspection)
    data = read_sent(request.file)
    brought = bring_indicators(data, request.file.name, request.sheet)
    path = f"{INSPECTIONS}/{slug}/{NAME}"
    stay_inside((workspace.root / path).parent, workspace.root)
    old = FolderFiles(workspace.root).read(path) if os.path.lexists(workspace.root / path) else None
    inspection = _readable(workspace, slug)
    after = brought.indicators
    return PreparedIndicators(
        source=digested(request.file, data),
        write=FileWrite(path, brought.data, old),
        before=inspection.indicators if inspection else None,
        after=after,
        changes=changes(inspection, structs.replace(inspection, indicators=after)) if inspection else None,
        confirmation=Confirmation(
            shown="", question=f"Replace {NAME}?", remedy="Everything is as it was.", undone="Nothing was written"
        ),
    )


def carry_out(workspace: Workspace, prepared: PreparedIndicators) -> str:
    """Replace indicators.csv, and return its path. Raises Refused where it or the file brought in changed meanwhile."""
    refuse_changed(prepared.source)
    write_file(workspace.root, prepared.write)
    return prepared.write.path


def _readable(workspace: Workspace, slug: str) -> Inspection | None:
    """Return the inspection, or None where its indicators cannot be read."""
    reading = read_inspection(FolderFiles(workspace.root), slug)
    if any(problem.where.file.endswith(f"/{NAME}") for problem in reading.problems):
        return None
    return reading.inspection
