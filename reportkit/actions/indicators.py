"""An inspection's performance indicators beside what they are compared with [66-77]."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.load import load_here
from reportkit.inspection.inspection import Inspection
from reportkit.rules.decent_homes import DecentHomes, decent_homes
from reportkit.rules.indicator_figures import Figure, figures, not_given
from reportkit.workspace.workspace import Workspace


class IndicatorsFound(Struct, frozen=True, kw_only=True):
    """The facts about an inspection's indicators; `not_given` are codes that the guidance names and it lacks."""

    inspection: Inspection
    figures: tuple[Figure, ...]
    not_given: tuple[str, ...]
    decent_homes: tuple[DecentHomes, ...]


def indicators_of(workspace: Workspace, inspection: str | None) -> IndicatorsFound:
    """Return the indicators of an inspection. Raises WrongUse or Unreadable where it cannot be read."""
    found = load_here(workspace, inspection)
    return IndicatorsFound(
        inspection=found,
        figures=figures(found),
        not_given=not_given(found),
        decent_homes=decent_homes(found),
    )
