"""The inspection and the id that the names on the command line mean."""

from __future__ import annotations

from reportkit.cli.session import Session
from reportkit.workspace.workspace import inspection_names


def inspection_and_id(session: Session, first: str | None, second: str | None) -> tuple[str, str | None]:
    """Return inspection and id. Inside an inspection's folder the inspection may be left out."""
    if first and second is None and first not in inspection_names(session.root) and session.inspection_here():
        return session.inspection(None), first
    return session.inspection(first), second
