"""A person's public keys in policy.yaml: list them, add one, or end one."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from reportkit.actions.actor import person_called
from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused, WrongUse
from reportkit.files.policy_edit import with_key, with_key_until, without_key
from reportkit.gitstore.signatures.keys import parse_key
from reportkit.moderation.policy import Key, Person
from reportkit.reading.outside_file import read_sent
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace

_KINDS: Final = ("ssh-", "ecdsa-", "sk-")
"""How a public key's own line begins."""

_LARGEST: Final = 20_000  # bytes; a .pub file holds one line


class AddKeyRequest(Request, frozen=True, kw_only=True):
    """Whose key is added: its own line, and the last day on which it counts."""

    person: str
    key: str
    until: dt.date | None = None
    reason: str | None = None


class EndKeyRequest(Request, frozen=True, kw_only=True):
    """Whose key is ended, by its fingerprint or the beginning of it: `on` a planned last day, or else at once."""

    person: str
    fingerprint: str
    on: dt.date | None = None
    reason: str | None = None


class ListedKey(Struct, frozen=True):
    """A key that policy.yaml lists: its line without the comment, its fingerprint and its last day."""

    public: str
    fingerprint: str
    until: dt.date | None


def list_keys(workspace: Workspace, name: str) -> tuple[ListedKey, ...]:
    """Return a person's keys. Raises WrongUse for an unknown name, Refused for a key that cannot be read."""
    return _keys(person_called(policy_from(workspace.policy_in_force), name))


def read_public_key(workspace: Workspace, named: str) -> str:
    """Return the line of a public key: the key itself, the line that `join` printed, or a file's.

    Raises Refused where it is none that can be used.
    """
    typed = named.rpartition(",")[2].strip()  # `join` prints name, address and key: all of it may be given
    if len(typed.split()) > 1 and typed.startswith(_KINDS):
        return parse_key(typed).line
    path = workspace.start / named
    try:
        text = read_sent(path, _LARGEST).decode("utf-8", "replace")
    except Refused:
        raise Refused("There is no such file", where=str(path), remedy="Name the file that ends in .pub.") from None
    return parse_key(text).line


def prepare_add(workspace: Workspace, request: AddKeyRequest) -> Prepared:
    """Work out adding a key. Raises WrongUse for an unknown name, Refused for a day that is past."""
    saved = start_edit(workspace)
    person = person_called(policy_from(saved.data), request.person)
    edit = PolicyEdit(
        saved=saved,
        after=with_key(saved.data, person.id, Key(key=request.key, until=request.until)),
        message=f"people: a key of {request.person}",
        reason=request.reason,
    )
    return prepare_planned_change(ADD_KEY, workspace, request, edit)


def prepare_end(workspace: Workspace, request: EndKeyRequest) -> Prepared:
    """Work out ending a key. Raises WrongUse for an unknown name or fingerprint, Refused for a day that is past."""
    saved = start_edit(workspace)
    person = person_called(policy_from(saved.data), request.person)
    public, day = _with_fingerprint(person, request.fingerprint), request.on
    edit = PolicyEdit(
        saved=saved,
        after=with_key_until(saved.data, person.id, public, day) if day else without_key(saved.data, person.id, public),
        message=f"people: a key of {request.person} until {day}" if day else f"people: {request.person} without a key",
        reason=request.reason,
    )
    return prepare_planned_change(END_KEY, workspace, request, edit)


def _with_fingerprint(person: Person, fingerprint: str) -> str:
    """Return the public key with this fingerprint, without its comment. Raises WrongUse for none, or for several."""
    begins = fingerprint.removeprefix("SHA256:")
    fitting = [key.public for key in _keys(person) if key.fingerprint.removeprefix("SHA256:").startswith(begins)]
    if len(fitting) == 1:
        return fitting[0]
    remedy = f"`reportkit people keys {person.id}` lists them."
    if fitting:
        raise WrongUse(f"{person.id} has {len(fitting)} keys whose fingerprints begin so", remedy=remedy)
    raise WrongUse(f"{person.id} has no key with the fingerprint {fingerprint}", remedy=remedy)


def _keys(person: Person) -> tuple[ListedKey, ...]:
    return tuple(ListedKey(key.public, parse_key(key.key).fingerprint, key.until) for key in person.keys)


ADD_KEY = Action("people keys --add", prepare_add)
END_KEY = Action("people keys --end", prepare_end)
