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
    """Work out recording policy.yaml as it is in the folder, also where plain git has saved it already.

    Raises Refused where nothing in it was changed.
    """
    refuse_conflict(workspace)
    saved, after = read_saved(workspace), read_in_folder(workspace)
    edit = PolicyEdit(
        saved=saved,
        confirms=_before_hand_changes(workspace) if after == saved.data else None,
        after=after,
        message="people: policy.yaml as it was changed by hand",
        reason=request.reason,
    )
    return prepare_planned_change(SAVE_POLICY, workspace, request, edit)


def _before_hand_changes(workspace: Workspace) -> bytes | None:
    """Return the policy in force before changes that plain git saved and that must be recorded; None for none."""
    state = workspace.policy_history.state
    must = any(not each.entitled for each in state.pending)
    return workspace.policy_history.bytes_of(state.in_force) if must and state.in_force else None


SAVE_POLICY = Action("people save", prepare)
