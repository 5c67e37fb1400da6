"""Save one inspection as a new version."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions.ended_sign_offs import sign_offs_that_hold
from reportkit.errors import Unreadable
from reportkit.gitstore.save import Saved, look
from reportkit.gitstore.save import save as save_version
from reportkit.inspection.conflicts import Unsettled
from reportkit.reading.casework import unreadable_casework
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import unreadable_files
from reportkit.workspace.workspace import Workspace


class NotSaved(Unreadable):
    """Files that the others could not read, so that nothing was saved."""

    def __str__(self) -> str:
        return f"{super().__str__()}\n{self.what}."


class SaveRequest(Struct, frozen=True, kw_only=True):
    """A request to save an inspection, with what changed in the person's words ("": the changes are counted)."""

    inspection: str | None = None
    message: str = ""


class PreparedSave(Struct, frozen=True, kw_only=True):
    """A save worked out. `signers` are those whose sign-offs end with any change of the inspection."""

    inspection: str
    message: str
    signers: tuple[str, ...]


class SaveOutcome(Struct, frozen=True, kw_only=True):
    """The outcome of a save: what was saved, whose sign-offs it ends, and which files wait for a choice."""

    saved: Saved
    ended: tuple[str, ...] = ()
    conflicts: tuple[Unsettled, ...] = ()


def prepare(workspace: Workspace, request: SaveRequest) -> PreparedSave:
    """Work out a save. Raises WrongUse where no inspection has that name, Unreadable where others could not read it.

    What changed is not looked at yet: to look and then save would take half as long again (0.1 s of 0.3).
    """
    slug = workspace.inspection(request.inspection)
    _refuse_unreadable(workspace, slug)
    return PreparedSave(inspection=slug, message=request.message, signers=sign_offs_that_hold(workspace, slug))


def _refuse_unreadable(workspace: Workspace, slug: str) -> None:
    files = FolderFiles(workspace.root)
    problems = [*unreadable_files(files, slug), *unreadable_casework(files, slug)]
    if problems:
        raise NotSaved("Nothing was saved, because the others could not read it", tuple(problems))


def preview(workspace: Workspace, prepared: PreparedSave) -> SaveOutcome:
    """Return what would be saved, and save nothing."""
    found = look(workspace.root, prepared.inspection)
    return SaveOutcome(saved=found, ended=_ended(prepared, found))


def carry_out(workspace: Workspace, prepared: PreparedSave) -> SaveOutcome:
    """Save the inspection's folder and its casework. Raises Trouble or Refused, with nothing saved."""
    saved = save_version(workspace.root, prepared.inspection, prepared.message)
    conflicts = workspace.conflicts(prepared.inspection)
    return SaveOutcome(saved=saved, ended=_ended(prepared, saved), conflicts=conflicts)


def _ended(prepared: PreparedSave, saved: Saved) -> tuple[str, ...]:
    return prepared.signers if saved.signed else ()
