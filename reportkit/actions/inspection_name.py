"""The names that a new inspection may have."""

from __future__ import annotations

import re
from typing import Final

from reportkit.actions.recorded_names import recorded_names
from reportkit.errors import Refused, WrongUse
from reportkit.reading.names import as_id, why_no_id
from reportkit.workspace.workspace import Workspace

_IN_WORDS = re.compile(r"(?=.*[A-Z ])[A-Za-z0-9][A-Za-z0-9 -]{2,39}")
# `reportkit moderate ACT INSPECTION`: an inspection of such a name could not be shown.
_ACTS: Final = frozenset(
    (
        *("submit", "meeting", "query", "answer", "sign-off", "refuse", "withdraw", "cover", "override", "decide"),
        *("pack", "send", "comment", "round-table", "extension", "dispatch", "correct", "notify", "publish", "reverse"),
        *("sent", "copies"),
    )
)
_IMPORT: Final = "import"


def refuse_name(workspace: Workspace, slug: str) -> None:
    """Raise WrongUse where a new inspection cannot have this name, Refused where another one has it."""
    why = why_no_id(slug)
    if why:
        raise WrongUse(f"`{slug}` {why}", remedy=f"A good name is {_better(slug)}.")
    if slug in _ACTS:
        raise WrongUse(f"`{slug}` is also something that `reportkit moderate` does", remedy="Add a place or a year.")
    if slug == _IMPORT:
        message = "`import` is also something that `reportkit indicators` does"
        raise WrongUse(message, remedy="Add a place or a year.")
    if slug in recorded_names(workspace) or slug in {name.casefold() for name in workspace.inspection_names()}:
        raise Refused(f"There is an inspection `{slug}` already", remedy="Add a year to the name, say.")


def _better(slug: str) -> str:
    """Return a name that is possible: made of the one given, where that is only in words; else an example."""
    return f"`{as_id(slug)}`" if _IN_WORDS.fullmatch(slug) else "like harrowmere-homes-2004"
