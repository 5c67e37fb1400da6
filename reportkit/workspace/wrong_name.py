"""What is said of a name that no inspection of this copy has."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from reportkit.errors import Damaged, ReportkitError, WrongUse
from reportkit.workspace.inspection_folders import INSPECTIONS

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.moderation.store import RecordStore


class SharedRecord(Protocol):
    """A copy's record, and whether the copy is shared."""

    @property
    def store(self) -> RecordStore:
        """The record."""

    @property
    def is_shared(self) -> bool:
        """Return whether versions can be shared."""


def no_such_inspection(copy: SharedRecord, name: str, there: tuple[str, ...]) -> ReportkitError:
    """Return the error for a wrong name. Others may have begun the inspection where this copy is shared."""
    from reportkit.reading import inspection  # only a wrong name needs it

    error = inspection.no_such_inspection(name, there)
    with suppress(ReportkitError):  # a folder that is not in Git is not shared
        if copy.store.heads(name):
            what = f"The record of {name} is there, and its folder is not"
            return Damaged(what, where=f"{INSPECTIONS}/{name}", remedy=f"Put it back: `reportkit restore {name}`.")
        if copy.is_shared:
            return WrongUse(error.what, remedy=f"{error.remedy} What others began comes in with `reportkit sync`.")
    return error
