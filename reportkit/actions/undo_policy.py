"""Undo one's own last change of policy.yaml, while others cannot have seen it."""

from __future__ import annotations

import hashlib

from reportkit.actions.actor import find_person
from reportkit.actions.change_policy import change_here, changes_of, refuse_unsaved, refuse_unsettled, replacing
from reportkit.actions.seen_content import commit_of
from reportkit.cli.old_act import bring_in_old, hand_on
from reportkit.cli.parameters.act_options import Manner
from reportkit.errors import Refused
from reportkit.gitstore.all_records import AllRecords
from reportkit.gitstore.records import SavedFiles
from reportkit.gitstore.remote import is_shared
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import POLICY, Person
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace

_OPENLY = "Change it back openly: in the file, then `reportkit people save`."


def undo_policy(workspace: Workspace, manner: Manner, reason: str | None) -> None:
    """Put policy.yaml back to what it was before the person's last change, and record that.

    Raises Refused where the last change is not theirs, or others can have seen it or acted by it.
    """
    obstacle = bring_in_old(workspace, manner, "look")
    refuse_unsettled(workspace)
    saved = workspace.saved.read(POLICY)
    refuse_unsaved(workspace, saved)
    person = find_person(policy_from(saved), workspace.identity, manner.acting_as)
    entry, changed = _last_change(workspace, person, saved)
    commit = commit_of(workspace.store, OF_THE_HOUSE, entry.digest)
    if is_shared(workspace.root, commit):
        raise Refused("Your change of policy.yaml is in the shared place, where others can see it", remedy=_OPENLY)
    _refuse_acted_by_it(workspace, person, changed)
    before = SavedFiles(workspace.root, f"{commit}^").read(POLICY)
    what = f"undo the change of {day_of(entry.record)}"
    change_here(workspace, manner, replacing(workspace, saved, before), reason, f"people: {what}")
    hand_on(workspace, manner, obstacle)


def _last_change(workspace: Workspace, person: Person, saved: bytes) -> tuple[Entry, PolicyChanged]:
    changes = changes_of(workspace)
    if not changes:
        raise Refused("No change of policy.yaml is recorded", remedy="`reportkit undo INSPECTION` undoes an act.")
    entry, changed = changes[-1]
    if entry.record.person != person.id:
        raise Refused("The last change of policy.yaml is not yours", remedy="`reportkit history --people` tells whose.")
    if changed.after != hashlib.sha256(saved).hexdigest():
        raise Refused("policy.yaml was changed since without a record", remedy=_OPENLY)
    return entry, changed


def _refuse_acted_by_it(workspace: Workspace, person: Person, changed: PolicyChanged) -> None:
    for glimpse in AllRecords(workspace.root, workspace.reader).glimpses():
        others = (each.record for each in tell(glimpse.records) if each.record.person != person.id)
        if any(record.policy == changed.after for record in others):
            what = f"Somebody has acted on {glimpse.slug} by policy.yaml as you changed it"
            raise Refused(what, remedy=_OPENLY)
