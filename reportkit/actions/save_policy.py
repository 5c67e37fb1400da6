"""Record what was changed in policy.yaml by hand."""

from __future__ import annotations

from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change
from reportkit.actions.policy_file import read_in_folder, read_saved, refuse_conflict
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.workspace.workspace import Workspace


class SavePolicyRequest(Request, frozen=True, kw_only=True):
    """Why the file was changed."""

    reason: str | None = None


def prepare(workspace: Workspace, request: SavePolicyRequest) -> Prepared:
    """Work out recording policy.yaml as it is in the folder. Raises Refused where nothing in it was changed."""
    refuse_conflict(workspace)
    edit = PolicyEdit(
        saved=read_saved(workspace),
        after=read_in_folder(workspace),
        message="people: policy.yaml as it was changed by hand",
        reason=request.reason,
    )
    return prepare_planned_change(SAVE_POLICY, workspace, request, edit)


SAVE_POLICY = Action("people save", prepare)
