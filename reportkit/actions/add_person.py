"""Add a person to policy.yaml."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.files.policy_edit import with_person
from reportkit.moderation.policy import Key, Person
from reportkit.moderation.words import Role
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


class AddPersonRequest(Request, frozen=True, kw_only=True):
    """A request to add a person as policy.yaml has them: `key` is a public key's own line."""

    person: str
    name: str
    email: str
    roles: tuple[Role, ...]
    region: str | None = None
    begins: dt.date | None = None
    key: str | None = None
    reason: str | None = None


def prepare(workspace: Workspace, request: AddPersonRequest) -> Prepared:
    """Work out adding a person. Raises Refused where the id is taken, or policy.yaml cannot be changed now."""
    saved = start_edit(workspace)
    _refuse_taken(saved.data, request.person)
    edit = PolicyEdit(
        saved=saved,
        after=with_person(saved.data, _person(request)),
        message=f"people: add {request.name} ({request.person})",
        reason=request.reason,
    )
    return prepare_planned_change(ADD_PERSON, workspace, request, edit)


def _person(request: AddPersonRequest) -> Person:
    return Person(
        id=request.person,
        name=request.name,
        email=request.email,
        roles=request.roles,
        region=request.region,
        keys=(Key(key=request.key),) if request.key else (),
        from_=request.begins,
    )


def _refuse_taken(data: bytes, name: str) -> None:
    there = policy_from(data).person(name)
    if there is not None:
        remedy = f"Choose another id; `reportkit people keys {name}` and `leave {name}` change what is there."
        raise Refused(f"policy.yaml has `{name}` already: {there.name}", remedy=remedy)


ADD_PERSON = Action("people add", prepare)
