"""Sensitive findings that are cleared for public papers, compared with their files as they are saved."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from reportkit.actions.case_file import CaseFile
from reportkit.inspection.sensitive import cleared_for
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.outcome_events import Paper
from reportkit.workspace.workspace import Workspace


def finding_digests(workspace: Workspace, slug: str) -> dict[str, str]:
    """Return the SHA-256 of each finding's file as it is saved, by the finding's id."""
    files = workspace.saved
    paths = files.under(f"inspections/{slug}/findings")
    return {PurePosixPath(path).stem: hashlib.sha256(files.read(path)).hexdigest() for path in paths}


def cleared_findings(workspace: Workspace, case_file: CaseFile, paper: Paper) -> frozenset[str]:
    """Return the findings that may be shown in a public paper."""
    if not any(finding.sensitive for finding in case_file.inspection.findings):
        return frozenset()
    return cleared_for(paper, milestones_of(case_file.ledger).cleared, finding_digests(workspace, case_file.slug))
