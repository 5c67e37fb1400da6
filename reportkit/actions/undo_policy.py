"""Take back one's own last change of policy.yaml, while no other person can have seen it or acted by it."""

from __future__ import annotations

import hashlib
from typing import Final

from reportkit.actions.actor import find_person
from reportkit.actions.change_policy import PolicyEdit, prepare_change, recorded_changes, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import commit_of
from reportkit.errors import Refused
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import POLICY, Person
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace

_OPENLY: Final = "Change it back openly: in the file, then `reportkit people save`."


class UndoPolicyRequest(Request, frozen=True, kw_only=True):
    """Why the change is taken back."""

    reason: str | None = None


def prepare(workspace: Workspace, request: UndoPolicyRequest) -> Prepared:
    """Work out putting policy.yaml back to what it was before the person's last change.

    Raises Refused where the last change is not theirs, or others can have seen it or acted by it.
    """
    saved = start_edit(workspace)
    person = find_person(policy_from(saved.data), workspace.identity, request.acting_as)
    entry, changed = _last_change(workspace, person, saved.data)
    commit = commit_of(workspace.store, OF_THE_HOUSE, entry.digest)
    if workspace.others_can_see(commit):
        raise Refused("Your change of policy.yaml is in the shared place, where others can see it", remedy=_OPENLY)
    _refuse_acted_by_it(workspace, person, changed)
    edit = PolicyEdit(
        saved=saved,
        after=workspace.saved_at(f"{commit}^").read(POLICY),
        message=f"people: undo the change of {day_of(entry.record)}",
        reason=request.reason,
    )
    return prepare_change(UNDO_POLICY, workspace, request, edit)


def _last_change(workspace: Workspace, person: Person, saved: bytes) -> tuple[Entry, PolicyChanged]:
    """Return the last change of policy.yaml. Raises Refused where it is not the person's, or not what is saved."""
    changes = recorded_changes(workspace, policy_from(saved))
    if not changes:
        raise Refused("No change of policy.yaml is recorded", remedy="`reportkit undo INSPECTION` undoes an act.")
    entry, changed = changes[-1]
    if entry.record.person != person.id:
        raise Refused(
            "The last change of policy.yaml is not yours", remedy="`reportkit history --people` shows whose it is."
        )
    if changed.after != hashlib.sha256(saved).hexdigest():
        raise Refused("policy.yaml was changed since without a record", remedy=_OPENLY)
    return entry, changed


def _refuse_acted_by_it(workspace: Workspace, person: Person, changed: PolicyChanged) -> None:
    """Raise Refused where another person recorded an act under the policy as it was changed."""
    for glimpse in workspace.all_records.glimpses():
        others = (each.record for each in tell(glimpse.records) if each.record.person != person.id)
        if any(record.policy == changed.after for record in others):
            what = f"Another person has acted on {glimpse.slug} under your change of policy.yaml"
            raise Refused(what, remedy=_OPENLY)


UNDO_POLICY = Action("undo --people", prepare, others="look")
