"""Copies that are written into a folder and recorded nowhere: specimens, copies to print, copies of what was issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.actions.carry_out import prepared_otherwise
from reportkit.actions.intent import CopyFile, Paper
from reportkit.actions.prepare import Gather, Intend, prepare_record
from reportkit.actions.prepared import Action, R
from reportkit.actions.refusal import InTheWay
from reportkit.errors import ReportkitError
from reportkit.workspace.deliver import deliver
from reportkit.workspace.workspace import Workspace


class ReadyCopies(Struct, frozen=True, kw_only=True):
    """Copies that are made and not yet written.

    `remarks` are said before they are written, and `hints` afterwards. `refusal` says why the action that they are
    specimens of would be refused; None where it would not be, or there is none.
    """

    copies: tuple[CopyFile, ...]
    remarks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    refusal: ReportkitError | None = None

    @property
    def prepared_otherwise(self) -> tuple[Path, ...]:
        """The Word copies in the folder that are not what these say: what was printed of them is void."""
        return prepared_otherwise(self.copies)


def copies_in(folder: Path, papers: Iterable[Paper]) -> tuple[CopyFile, ...]:
    """Return a copy of each paper, for a folder."""
    return tuple(CopyFile(folder / paper.name, paper.data) for paper in papers)


def write(ready: ReadyCopies) -> Iterator[Path]:
    """Write each copy, and return where it is. Raises Refused where the folder cannot be written."""
    return (deliver(each.path, each.data) for each in ready.copies)


def refusal_of(
    action: Action[R], workspace: Workspace, request: R, intend: Intend[R], read: Gather
) -> ReportkitError | None:
    """Return the error that an action would be refused with, or None where it would be carried out."""
    try:
        obstacles = prepare_record(action, workspace, request, intend, read).obstacles
    except ReportkitError as refusal:
        return refusal
    return InTheWay(obstacles) if obstacles else None
