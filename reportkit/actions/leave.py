"""Give a person of policy.yaml a last day."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.actor import person_called
from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.files.policy_edit import with_until
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


class LeaveRequest(Request, frozen=True, kw_only=True):
    """Who leaves, and the last day on which they hold their roles."""

    person: str
    on: dt.date
    reason: str | None = None


def prepare(workspace: Workspace, request: LeaveRequest) -> Prepared:
    """Work out a person's last day. Raises WrongUse for an unknown name, Refused for a day that is past."""
    saved = start_edit(workspace)
    person = person_called(policy_from(saved.data), request.person)
    edit = PolicyEdit(
        saved=saved,
        after=with_until(saved.data, person.id, request.on),
        message=f"people: {request.person} until {request.on}",
        reason=request.reason,
    )
    return prepare_planned_change(LEAVE, workspace, request, edit)


LEAVE = Action("people leave", prepare)
