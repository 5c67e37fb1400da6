"""Sensitive findings that the record clears for public papers, held against their files as they are saved."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.sensitive import cleared_for
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.outcome_events import Paper
from reportkit.workspace.workspace import Workspace


def finding_digests(workspace: Workspace, slug: str) -> dict[str, str]:
    """Return the SHA-256 of each finding's file as it is saved, by the finding's id."""
    files = workspace.saved
    paths = files.under(f"inspections/{slug}/findings")
    return {PurePosixPath(path).stem: hashlib.sha256(files.read(path)).hexdigest() for path in paths}


def cleared_by(workspace: Workspace, inspection: Inspection, ledger: Ledger, paper: Paper) -> frozenset[str]:
    """Return the sensitive findings that a record clears for a public paper, by their ids."""
    if not any(finding.sensitive for finding in inspection.findings):
        return frozenset()
    return cleared_for(paper, milestones_of(ledger).cleared, finding_digests(workspace, inspection.slug))
