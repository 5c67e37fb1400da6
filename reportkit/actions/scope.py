"""How deeply each service of an inspection may be inspected, and why [100-103]."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.load import load_here
from reportkit.inspection.particulars import InspectionKind
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.rules.lighter_scope import Scope, scope_of, what_follows
from reportkit.workspace.workspace import Workspace


class ScopeFound(Struct, frozen=True, kw_only=True):
    """An inspection's kind, the inspections before it, and what these allow.

    `follows` is what an ALMO inspection after an indicative one could do; None for any other kind.
    """

    inspection: str
    kind: InspectionKind
    before: tuple[Predecessor, ...]
    scope: Scope
    follows: Scope | None


def scope(workspace: Workspace, inspection: str | None) -> ScopeFound:
    """Return the scope of an inspection. Raises WrongUse or Unreadable where it cannot be read."""
    found = load_here(workspace, inspection)
    kind = found.particulars.kind
    return ScopeFound(
        inspection=found.slug,
        kind=kind,
        before=found.predecessors,
        scope=scope_of(found),
        follows=what_follows(found) if kind == "indicative" else None,
    )
