"""Which inspection, and which id, the names on the command line mean."""

from __future__ import annotations

from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.reading.problems import choose
from reportkit.workspace.workspace import inspection_names


def existing_inspection(session: Session, given: str | None) -> str:
    """The inspection's name. Raises WrongUse, with the name that was perhaps meant, where there is none of it."""
    slug = session.inspection(given)
    names = inspection_names(session.root)
    if slug in names:
        return slug
    remedy = choose(slug, names) if names else "`reportkit new` makes one."
    raise WrongUse(f"There is no inspection `{slug}`", remedy=remedy)


def inspection_and_id(session: Session, first: str | None, second: str | None) -> tuple[str, str | None]:
    """Inspection and id, where inside an inspection's folder the inspection may be left out."""
    if first and second is None and first not in inspection_names(session.root) and session.inspection_here():
        return existing_inspection(session, None), first
    return existing_inspection(session, first), second
