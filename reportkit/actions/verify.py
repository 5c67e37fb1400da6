"""Verify the record or a document: find everything in it that was changed, moved or made up."""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard

from reportkit.actions.record_verdict import RecordVerdict
from reportkit.actions.recorded_names import recorded_inspection
from reportkit.gitstore.progress_report import TellProgress
from reportkit.workspace.workspace import Workspace


def verify(workspace: Workspace, name: str | None, progress: TellProgress | None = None) -> RecordVerdict:
    """Return the verdict on a .docx file, on an inspection's record, or on the whole record where `name` is None.

    Raises WrongUse for an unknown name, Refused for a file that cannot be read.
    """
    return _document(workspace, Path(name)) if _is_document(name) else _record(workspace, name, progress)


def _is_document(name: str | None) -> TypeGuard[str]:
    return name is not None and name.lower().endswith(".docx")


def _record(workspace: Workspace, name: str | None, progress: TellProgress | None) -> RecordVerdict:
    from reportkit.gitstore.version_history import begin_versions  # Git, which walks through the history while we go on

    inspection = recorded_inspection(workspace, name) if name else None
    versions = begin_versions(workspace.root)
    from reportkit.actions.verify_record import verify_record  # the record is heavy

    return verify_record(workspace, versions, inspection, progress)


def _document(workspace: Workspace, path: Path) -> RecordVerdict:
    from reportkit.actions.verify_document import examine_document  # only a document needs Word

    findings = tuple(examine_document(workspace, path))
    return RecordVerdict(findings, about="pack" if any(each.kind == "pack" for each in findings) else "document")
