"""Every change of policy.yaml, whatever made it: checked, shown line by line, and recorded with the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

import reportkit
from reportkit.actions.actor import find_person, fitting_parts
from reportkit.actions.check_clock import clock_confirmation
from reportkit.actions.hand_changes import hand_changes
from reportkit.actions.intent import Confirmation, Intent, Obstacle
from reportkit.actions.new_names import against_new_names
from reportkit.actions.policy_effects import describe_effects, lines_that_differ
from reportkit.actions.policy_file import (
    SavedPolicy,
    read_saved,
    refuse_conflict,
    refuse_for_good,
    refuse_open_needs,
    refuse_past_days,
    refuse_unsaved,
)
from reportkit.actions.prepared import Action, Basis, Prepared, R
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.entitlement import KEEPERS
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.own_changes import is_own_change
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import POLICY, Policy
from reportkit.moderation.record import OF_THE_HOUSE, Record
from reportkit.moderation.store import File
from reportkit.moderation.valid_records import objections_to, weigh
from reportkit.moderation.weakenings import weakenings
from reportkit.moderation.words import Role
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.clock import Clock, clock
from reportkit.workspace.signer import Acting, Signer, signer_of
from reportkit.workspace.workspace import Workspace

_LONGEST: Final = 400  # characters of one weakening in a record


class PolicyEdit(Struct, frozen=True, kw_only=True):
    """policy.yaml as it is and as it is to be. `message` is what the new version says of it, `reason` why.

    `confirms` is the policy that was in force before changes by hand, where the change records what these made of it.
    """

    saved: SavedPolicy
    confirms: bytes | None = None
    after: bytes
    message: str
    reason: str | None = None

    @property
    def before(self) -> bytes:
        """The policy that is replaced."""
        return self.saved.data if self.confirms is None else self.confirms


class _Change(Struct, frozen=True, kw_only=True):
    """The policy before and after a change, and everything that the change is judged by."""

    old: Policy
    new: Policy
    acting: Acting
    clock: Clock
    case: Case
    ledger: Ledger


def start_edit(workspace: Workspace) -> SavedPolicy:
    """Return policy.yaml to make a change of. Raises Refused where its versions conflict or it is changed by hand."""
    refuse_conflict(workspace)
    saved = read_saved(workspace)
    refuse_unsaved(workspace, saved.data)
    return saved


def prepare_planned_change(action: Action[R], workspace: Workspace, request: R, edit: PolicyEdit) -> Prepared:
    """Work out a change that a person plans.

    Raises Refused where a last day that it gives is past, or where it takes out the last person whom policy needs.
    """
    old, new = policy_from(edit.saved.data), policy_from(edit.after)
    refuse_past_days(old, new, request.today)
    refuse_open_needs(old, new)
    return prepare_change(action, workspace, request, edit)


def prepare_change(action: Action[R], workspace: Workspace, request: R, edit: PolicyEdit) -> Prepared:
    """Work out the record of a change of policy.yaml. Obstacles are in the result; the rest is raised."""
    change = _change(workspace, request, edit)
    signer = signer_of(workspace, change.acting)
    details = _details(change, edit)
    record = replace(_record(workspace, change, details, request), policy=hashlib.sha256(edit.saved.data).hexdigest())
    entry = Entry(digest=digest_of(encode(record)), record=record, evidence=signer.evidence())
    remarks = tuple(_remarks(workspace, edit, change))
    confirmations = _confirmations(workspace, request, change)
    files = (File(path=POLICY, data=edit.after),)
    return Prepared(
        action=action,
        request=request,
        inspection=OF_THE_HOUSE,
        basis=_basis(edit, record, change, signer),
        intent=Intent(details=details, files=files, remarks=remarks, confirmations=confirmations),
        record=record,
        signer=signer,
        message=edit.message,
        said=edit.message,
        obstacles=tuple(_obstacles(entry, change)),
        confirmations=confirmations,
        remarks=remarks,
    )


def _remarks(workspace: Workspace, edit: PolicyEdit, change: _Change) -> Iterator[str]:
    yield lines_that_differ(edit.before, edit.after)
    yield from describe_effects(workspace, change.old, change.new, change.clock.today)
    yield from hand_changes(workspace)


def recorded_changes(workspace: Workspace, policy: Policy) -> tuple[tuple[Entry, PolicyChanged], ...]:
    """Return the changes of policy.yaml that were recorded and count under a policy, oldest first."""
    return tuple(_ledger(workspace, _case(workspace), policy).of(PolicyChanged))


def _change(workspace: Workspace, request: Request, edit: PolicyEdit) -> _Change:
    old, new = policy_from(edit.before), policy_from(edit.after)
    _refuse(edit, old, new)
    now = clock(request.today, demonstration=old.demonstration)
    case, user = _case_with(workspace, edit, new), workspace.identity
    in_force = old if old.people else new  # the first person adds themselves
    return _Change(
        old=old,
        new=new,
        acting=Acting(find_person(in_force, user, request.acting_as), in_force, user, now.today),
        clock=now,
        case=case,
        ledger=_ledger(workspace, case, old),
    )


def _refuse(edit: PolicyEdit, old: Policy, new: Policy) -> None:
    """Raise Refused for a change that changes nothing, or that no person could ever put right."""
    if edit.saved.data == edit.after and edit.confirms is None:
        raise Refused("policy.yaml says so already", remedy="Nothing needs to be done.")
    refuse_for_good(old, new)


def _details(change: _Change, edit: PolicyEdit) -> PolicyChanged:
    return PolicyChanged(
        before=hashlib.sha256(edit.before).hexdigest(),
        after=hashlib.sha256(edit.after).hexdigest(),
        weakenings=tuple(str(each)[:_LONGEST] for each in weakenings(change.old, change.new)),
        reason=edit.reason,
    )


def _record(workspace: Workspace, change: _Change, details: PolicyChanged, request: Request) -> Record:
    person, policy = change.acting.person, change.acting.policy
    role = request.role or _role(change, details)
    return Record(
        repository=change.case.repository,
        inspection=OF_THE_HOUSE,
        person=person.id,
        role=role,
        round=0,
        policy=details.before,
        seen=workspace.store.heads(OF_THE_HOUSE),
        at=change.clock.seconds,
        demonstration=policy.demonstration,
        details=details,
    )


def _role(change: _Change, details: PolicyChanged) -> Role:
    """Return the role in which the change is made: any of their own, where people change what is theirs.

    Raises Refused where the person has none that fits.
    """
    person, today = change.acting.person, change.clock.today
    if person.roles and person.active(today) and is_own_change(person.id, change.old, change.new):
        return next((role for role in person.roles if role in KEEPERS), person.roles[0])
    return fitting_parts(details, person, change.ledger, change.acting.policy, today)[0].role


def _confirmations(workspace: Workspace, request: Request, change: _Change) -> tuple[Confirmation, ...]:
    clock_question = clock_confirmation(workspace, request, change.clock)
    return (*((clock_question,) if clock_question else ()), Confirmation("", "Record this change?"))


def _basis(edit: PolicyEdit, record: Record, change: _Change, signer: Signer) -> Basis:
    """Return what the change rests on; its content is policy.yaml as it is to be."""
    after = hashlib.sha256(edit.after).hexdigest()
    return Basis(
        version=edit.saved.version,
        content=after,
        policy=record.policy,
        person=record.person,
        role=record.role,
        key=signer.evidence().key,
        day=str(change.clock.today),
        program=reportkit.__version__,
        files=((POLICY, after),),
    )


def _obstacles(entry: Entry, change: _Change) -> Iterator[Obstacle]:
    for objection in objections_to(entry, change.ledger, change.acting.policy, change.case, _no_subject):
        yield Obstacle(f"{capitalised(str(objection))}.", "reportkit people")
    yield from against_new_names(entry, change.old, change.new, change.clock.today)


def _no_subject(_signing: object) -> str:
    """Return "": a change of policy is about no inspection's content."""
    return ""


def _case_with(workspace: Workspace, edit: PolicyEdit, new: Policy) -> Case:
    """Return the case in which the policy as it is to be is known as well."""
    case, after = _case(workspace), hashlib.sha256(edit.after).hexdigest()
    return replace(case, policy_of=lambda digest: new if digest == after else case.policy_of(digest))


def _case(workspace: Workspace) -> Case:
    return Case(
        repository=read_repository(workspace.saved).repository,
        inspection=OF_THE_HOUSE,
        endings=workspace.find_endings,
        changes=workspace.find_changes,
        policy_of=workspace.find_policy,
    )


def _ledger(workspace: Workspace, case: Case, policy: Policy) -> Ledger:
    return weigh(tell(workspace.store.records(OF_THE_HOUSE)), policy, case)
