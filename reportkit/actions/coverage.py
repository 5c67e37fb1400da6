"""What of the guidance an inspection has looked at, and what not."""

from __future__ import annotations

from reportkit.actions.load import load_here
from reportkit.rules.coverage_grid import Coverage, coverage_of
from reportkit.workspace.workspace import Workspace


def coverage(workspace: Workspace, inspection: str | None) -> Coverage:
    """Return what was looked at, and what not. Raises WrongUse or Unreadable where the inspection cannot be read."""
    return coverage_of(load_here(workspace, inspection))
