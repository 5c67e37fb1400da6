"""Give a person of policy.yaml another name: the id stays, and earlier records go on showing the earlier name."""

from __future__ import annotations

from reportkit.actions.actor import person_called
from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.files.policy_edit import with_name
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


class RenameRequest(Request, frozen=True, kw_only=True):
    """Who is called otherwise from now on, and how."""

    person: str
    name: str
    reason: str | None = None


def prepare(workspace: Workspace, request: RenameRequest) -> Prepared:
    """Work out another name. Raises WrongUse for an unknown id."""
    saved = start_edit(workspace)
    person = person_called(policy_from(saved.data), request.person)
    edit = PolicyEdit(
        saved=saved,
        after=with_name(saved.data, person.id, request.name),
        message=f"people: {person.name} is {request.name} ({person.id})",
        reason=request.reason,
    )
    return prepare_planned_change(RENAME, workspace, request, edit)


RENAME = Action("people rename", prepare)
