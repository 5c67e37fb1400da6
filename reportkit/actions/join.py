"""Make one's own copy of the shared repository, and the line that makes one known to the others."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from msgspec import Struct

from reportkit.actions.git_user import known_person, person_of
from reportkit.errors import NotTrusted, WrongUse
from reportkit.gitstore.clone import copy_repository, introduce, is_copy_of
from reportkit.gitstore.init import GitUser
from reportkit.gitstore.key_files import KeyFile, read_key, usual_key
from reportkit.gitstore.key_files import make_key as make_usual_key
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.trust import trust
from reportkit.workspace.workspace import Workspace


class JoinRequest(Struct, frozen=True, kw_only=True):
    """A request to join: the repository to copy, the folder for the copy, and the person.

    `place` is a folder or an address, `folder` the copy's (None: named like the place). `name` and `email` are by
    default those that Git knows. `key_file` is the SSH key to sign with, by default the person's usual one; where
    they have none, `make_key` says that one is made. `trusts_folder` says that the person trusts the shared folder,
    although it belongs to another user.
    """

    place: str
    folder: Path | None = None
    name: str | None = None
    email: str | None = None
    key_file: Path | None = None
    make_key: bool = False
    trusts_folder: bool = False


class PreparedJoin(Struct, frozen=True, kw_only=True):
    """A copy to be made. `is_there` says that it was made before; then the person and the key are only noted in it.

    `trusts_folder` lets Git's own settings of the person say that they trust the shared folder, where Git asks for it.
    """

    place: str
    target: Path
    person: GitUser
    key: KeyFile | None
    makes_key: bool
    is_there: bool
    trusts_folder: bool


class Joined(Struct, frozen=True, kw_only=True):
    """A copy that is ready. `made` is the secret half of a key that was made for it, `line` what the others need."""

    target: Path
    copied: bool
    key: KeyFile | None
    made: Path | None
    line: str


def prepare(workspace: Workspace, request: JoinRequest) -> PreparedJoin:
    """Work out a copy. Raises WrongUse for what is missing or cannot be, Refused for a key that cannot be used."""
    folder = workspace.start / request.place
    place = str(folder.resolve()) if folder.exists() else request.place
    target = (workspace.start / (request.folder or _named_like(request.place))).resolve()
    person = person_of(known_person(workspace), request.name, request.email)
    key = read_key(workspace.start / request.key_file) if request.key_file else usual_key()
    return PreparedJoin(
        place=place,
        target=target,
        person=person,
        key=key,
        makes_key=request.make_key and key is None,
        is_there=is_copy_of(target, place),
        trusts_folder=request.trusts_folder,
    )


def carry_out(prepared: PreparedJoin, progress: TellProgress | None = None) -> Joined:
    """Make the copy, whole or not at all, and note in it who works there. Raises Refused, Unreadable or Trouble.

    Raises NotTrusted for a folder of another user, where the person does not say that they trust it.
    """
    if prepared.is_there:
        _refuse_unreadable(prepared.target)
    else:
        _copy(prepared, progress)
    key = make_usual_key(prepared.person.email) if prepared.makes_key else prepared.key
    introduce(prepared.target, prepared.person, key)
    return Joined(
        target=prepared.target,
        copied=not prepared.is_there,
        key=key,
        made=key.path.with_suffix("") if key and prepared.makes_key else None,
        line=", ".join(filter(None, (prepared.person.name, prepared.person.email, _without_comment(key)))),
    )


def _copy(prepared: PreparedJoin, progress: TellProgress | None) -> None:
    try:
        copy_repository(prepared.place, prepared.target, progress, _refuse_unreadable)
    except NotTrusted as refusal:
        if not prepared.trusts_folder:
            raise
        trust(prepared.target.parent, refusal.folder)
        copy_repository(prepared.place, prepared.target, progress, _refuse_unreadable)


def _refuse_unreadable(folder: Path) -> None:
    """Raise Unreadable where a newer reportkit made the repository, or reportkit.yaml cannot be read."""
    _ = Workspace(folder).root


def _named_like(place: str) -> str:
    """Return the copy's folder by default: the place's own name, without its ending."""
    name = PurePosixPath(place.replace("\\", "/").rstrip("/").replace(":", "/")).name.removesuffix(".git")
    if not name or name in (".", ".."):
        raise WrongUse("The folder has no name", remedy="Name it after the place: `reportkit join PLACE DIR`.")
    return name


def _without_comment(key: KeyFile | None) -> str:
    """Return the key without its comment, which only its owner needs; "" for none."""
    return f"{key.public.kind} {key.public.line.split()[1]}" if key else ""
