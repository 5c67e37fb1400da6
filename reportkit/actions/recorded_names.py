"""The names of inspections that have a record, whether or not their folders are there."""

from __future__ import annotations

from reportkit.errors import Trouble
from reportkit.workspace.workspace import Workspace


def recorded_names(workspace: Workspace) -> frozenset[str]:
    """Return the names of the saved inspections that have a record."""
    try:
        return workspace.all_records.recorded() if workspace.has_history else frozenset()
    except Trouble:  # a folder that Git does not trust; what is recorded there is found when it is asked for
        return frozenset()


def recorded_inspection(workspace: Workspace, given: str) -> str:
    """Return the name of an inspection that is in the folder, or has a record. Raises WrongUse for another."""
    return given if given in recorded_names(workspace) else workspace.inspection(given)
