"""A new working repository, built beside its place and put there whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
from pathlib import Path
from string import Template

from msgspec import Struct

from reportkit.actions.git_user import known_person, person_of
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.identity import identity
from reportkit.gitstore.init import GitUser, begin_repository, refuse_taken
from reportkit.shipped import shipped, starter
from reportkit.workspace.workspace import Workspace

_MARKER = "reportkit.yaml"
_FILLED_IN = (_MARKER, "README.md", "moderation/policy.yaml")
_AS_THEY_ARE = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "vscode/tasks.json": ".vscode/tasks.json",
    "vscode/settings.json": ".vscode/settings.json",
    "vscode/extensions.json": ".vscode/extensions.json",
    "vscode/reportkit.code-snippets": ".vscode/reportkit.code-snippets",
}
_SHIPPED = ("templates", "schema")


class InitRequest(Struct, frozen=True, kw_only=True):
    """A request for a working repository: its folder, the inspectorate's name, and whether it is a demonstration.

    `your_name` and `email` are those of the person who makes it, where Git does not know them.
    """

    folder: Path
    name: str | None = None
    demonstration: bool = False
    your_name: str | None = None
    email: str | None = None


class NewRepository(Struct, frozen=True):
    """The particulars of a new working repository: the inspectorate's name, and whether it is a demonstration."""

    name: str
    demonstration: bool = False


class PreparedInit(Struct, frozen=True, kw_only=True):
    """A working repository to be made at `target`; `new` is None where there is one already.

    `person` works in it, where it is not the one whom Git knows.
    """

    target: Path
    new: NewRepository | None
    person: GitUser | None = None


def needs_name(workspace: Workspace, request: InitRequest) -> bool:
    """Return whether the inspectorate's name is missing."""
    return request.name is None and not _is_ours(_target(workspace, request))


def needs_person(workspace: Workspace, request: InitRequest) -> bool:
    """Return whether Git does not know who makes the repository."""
    known = known_person(workspace)
    return not (known.name and known.email) and not _is_ours(_target(workspace, request))


def prepare(workspace: Workspace, request: InitRequest) -> PreparedInit:
    """Work out a new working repository.

    Raises WrongUse without a name, Trouble where Git has no user and none is given, Refused where the folder is taken.
    """
    target = _target(workspace, request)
    if _is_ours(target):
        return PreparedInit(target=target, new=None)
    name = " ".join((request.name or "").split())
    if not name or not name.isprintable():
        raise WrongUse("The inspectorate has no name yet", remedy='Give it: --name "Housing Inspectorate".')
    refuse_taken(target)
    person = _person(workspace, request)
    return PreparedInit(target=target, new=NewRepository(name, request.demonstration), person=person)


def carry_out(prepared: PreparedInit) -> None:
    """Make the working repository, whole or not at all; none where there is one already.

    Raises Refused where the folder may not be written, Trouble where Git cannot do its part; then nothing is left.
    """
    target, new = prepared.target, prepared.new
    if new is None:
        return
    refuse_taken(target)  # it may be taken by now, and what is there must not be moved
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".reportkit-init-") as scratch:
            built = Path(scratch) / "built"
            lay_out(built, new)
            begin_repository(built, f"Start the working repository of {new.name}", prepared.person)
            _put(built, target)
    except OSError as error:
        what = f"The folder cannot be made: {error.strerror or 'not every file could be copied into it'}"
        remedy = "Choose a folder where you may write, on a disk with room."
        raise Refused(what, where=str(target), remedy=remedy) from error


def _person(workspace: Workspace, request: InitRequest) -> GitUser | None:
    if request.your_name is None and request.email is None:
        _ = identity(workspace.start)
        return None
    return person_of(known_person(workspace), request.your_name, request.email)


def _target(workspace: Workspace, request: InitRequest) -> Path:
    return (workspace.start / request.folder).resolve()


def _is_ours(folder: Path) -> bool:
    """Return whether the folder already is a working repository."""
    return (folder / _MARKER).is_file() and (folder / ".git").exists()


def lay_out(folder: Path, new: NewRepository) -> None:
    """Write everything that a new working repository holds into a folder, which is made."""
    words = {
        "name": new.name,
        "quoted_name": json.dumps(new.name, ensure_ascii=False),
        "repository": str(uuid.uuid4()),
        "demonstration": str(new.demonstration).lower(),
    }
    (folder / "moderation").mkdir(parents=True)
    (folder / ".vscode").mkdir()
    for name in _FILLED_IN:
        text = Template((starter() / name).read_text(encoding="utf-8")).substitute(words)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for name, place in _AS_THEY_ARE.items():
        shutil.copyfile(starter() / name, folder / place)
    for name in _SHIPPED:
        shutil.copytree(shipped() / name, folder / name, copy_function=shutil.copyfile)


def _put(built: Path, target: Path) -> None:
    """Move the repository to its place by one rename; into an empty folder entry by entry, the marker last.

    An empty folder may be a person's current one, which must not be replaced.
    """
    if not target.exists():
        built.rename(target)
        return
    entries = sorted(built.iterdir(), key=lambda entry: entry.name == _MARKER)
    try:
        for entry in entries:
            entry.rename(target / entry.name)
    except OSError:
        for entry in target.iterdir():
            entry.rename(built / entry.name)
        raise
