"""What may be undone: one's own last act, while it is nowhere but here; and what to do instead where it may not."""

from __future__ import annotations

import hashlib

from reportkit.actions.actor import find_person
from reportkit.actions.case_file import CaseFile
from reportkit.actions.change_policy import change_here, changes_of, refuse_unsaved, refuse_unsettled, replacing
from reportkit.actions.seen_content import commit_of
from reportkit.cli.old_act import bring_in_old, hand_on
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.gitstore.all_records import AllRecords
from reportkit.gitstore.records import SavedFiles
from reportkit.gitstore.remote import is_shared
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Decision, PolicyChanged, Query, Refusal, Reversal, SignOff
from reportkit.moderation.load_records import tell
from reportkit.moderation.outcome_events import ReinspectionAgreed
from reportkit.moderation.policy import POLICY, Person
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.reversible import instead_of_undoing
from reportkit.moderation.sentences import ended, sentence
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


def reversal(workspace: Workspace, case_file: CaseFile, reason: str | None) -> Reversal:
    """The reversal of the person's last act. Raises Refused where there is none, or where others can see it."""
    own = [each for each in case_file.ledger.taken if each.record.person == case_file.person.id]
    if not own:
        raise Refused(
            f"There is no act of yours on {case_file.slug} to undo", remedy="`reportkit history` tells what is."
        )
    last = own[-1]
    if isinstance(last.record.details, Reversal):
        raise Refused(f"Your last act on {case_file.slug} is undone already", remedy="Record what is right now.")
    outright = instead_of_undoing(last.record)
    if outright is not None:
        what = f"What was sent out cannot be undone: {sentence(last, case_file.ledger, case_file.policy)}"
        raise Refused(what, remedy=outright)
    if is_shared(workspace.root, commit_of(case_file.store, case_file.slug, last.digest)):
        done = sentence(last, case_file.ledger, case_file.policy)
        what = f"This is in the shared place, where others can see it: {done}"
        raise Refused(what, remedy=_instead(last, case_file.slug))
    say(f"To be undone: {ended(sentence(last, case_file.ledger, case_file.policy))}", err=True)
    if isinstance(last.record.details, ReinspectionAgreed) and last.record.details.inspection:
        folder = f"inspections/{last.record.details.inspection}"
        say(f"{folder} stays: if it was made in error, delete it and its moderation/ folder.", err=True)
    return Reversal(of=last.digest, reason=reason)


def _instead(entry: Entry, slug: str) -> str:
    """What puts right an act that can no longer be undone."""
    act = f"reportkit moderate {{}} {slug}"
    match entry.record.details:
        case SignOff() | Query():
            return f"Take it back openly: {act.format('withdraw')} --reason '…'."
        case Refusal():
            return f"Sign when you agree: {act.format('sign-off')}."
        case Decision():
            return f"Reopen it with a question or a meeting: {act.format('query')}, or {act.format('meeting')}."
    return f"Record what is right now; `reportkit moderate {slug}` shows what comes next."


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
