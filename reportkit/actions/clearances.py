"""The sensitive findings that may stand in a public paper."""

from __future__ import annotations

from reportkit.actions.case_file import CaseFile
from reportkit.actions.cleared_by_record import cleared_by
from reportkit.moderation.outcome_events import Paper
from reportkit.workspace.workspace import Workspace


def cleared_findings(workspace: Workspace, case_file: CaseFile, paper: Paper) -> frozenset[str]:
    """Return the findings that may stand in a public paper, by their ids."""
    return cleared_by(workspace, case_file.inspection, case_file.ledger, paper)
