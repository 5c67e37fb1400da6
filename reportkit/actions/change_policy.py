"""The one way in which policy.yaml is changed: show the difference, then record it with the file in one commit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import click
from msgspec import Struct

from reportkit.actions.actor import find_person, fitting_parts
from reportkit.actions.intent import Obstacle
from reportkit.actions.planned_days import without_days_gone
from reportkit.actions.policy_effects import show_lines_that_differ, show_what_follows
from reportkit.actions.refusal import InTheWay
from reportkit.actions.show_record import show_record
from reportkit.cli.old_act import ask_about_the_day, bring_in_old, hand_on
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.gitstore.conflicts import unsettled
from reportkit.gitstore.identity import Identity
from reportkit.inspection.conflicts import settling
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.entitlement import is_kept
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import POLICY, Person, Policy
from reportkit.moderation.record import OF_THE_HOUSE, Record
from reportkit.moderation.store import File, Recording, RecordStore, SignedRecord
from reportkit.moderation.valid_records import objections_to, weigh
from reportkit.moderation.weakenings import weakenings
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.clock import Clock, clock
from reportkit.workspace.signer import Acting, Signer, signer_of
from reportkit.workspace.workspace import Workspace


class PolicyChange(Struct, frozen=True):
    """The policy before and after: its bytes, and what they say. `version` is the store's token from before."""

    version: str
    before: bytes
    after: bytes
    old: Policy
    new: Policy


class House(Struct, frozen=True, kw_only=True):
    """What a change of policy rests on."""

    store: RecordStore
    clock: Clock
    ledger: Ledger
    case: Case


class Ready(Struct, frozen=True, kw_only=True):
    """A change that can be recorded: the record of it, and who signs that."""

    house: House
    record: Record
    signer: Signer


def change_policy(
    workspace: Workspace, manner: Manner, edit: Callable[[bytes], bytes], reason: str | None, what: str
) -> None:
    """Change policy.yaml as `edit` does, record it and share it. `what` is the commit's message. Raises Refused."""
    obstacle = bring_in_old(workspace, manner)
    refuse_unsettled(workspace)
    change_here(workspace, manner, without_days_gone(manner, edit), reason, what)
    hand_on(workspace, manner, obstacle)


def settle_policy(workspace: Workspace, standing: bytes, chosen: bytes) -> None:
    """Let the chosen version of policy.yaml replace the one that stands, and record it. Raises Refused."""
    why, what = "Two people had changed it at once.", "people: settle what two had changed at once"
    change_here(workspace, Manner(), replacing(workspace, standing, chosen), why, what)


def replacing(workspace: Workspace, standing: bytes, chosen: bytes) -> Callable[[bytes], bytes]:
    """An edit that puts one policy in the place of another; it raises Refused where a third came there meanwhile."""

    def choose(data: bytes) -> bytes:
        if data != standing:
            raise Refused("It has changed meanwhile", where=POLICY, remedy="Look at it again, then repeat this.")
        refuse_unsaved(workspace, data)
        return chosen

    return choose


def change_here(
    workspace: Workspace, manner: Manner, edit: Callable[[bytes], bytes], reason: str | None, what: str
) -> None:
    """The same without bringing in or sharing anything."""
    version = workspace.store.version(OF_THE_HOUSE)  # of what is shown now: it may be looked at for long
    before = workspace.saved.read(POLICY)
    after = edit(before)
    change = PolicyChange(version, before, after, policy_from(before), policy_from(after))
    _refuse(change)
    show_lines_that_differ(before, after)
    show_what_follows(workspace, change.old, change.new)
    ready = _ready(workspace, manner, change, reason)  # nobody is asked about what is refused
    ask_about_the_day(workspace, manner, ready.house.clock)
    if workspace.may_ask and not manner.dry_run and not click.confirm("Record this change?", err=True):
        raise click.Abort
    _record(ready, manner, change, what)


def changes_of(workspace: Workspace) -> tuple[tuple[Entry, PolicyChanged], ...]:
    """The changes of policy.yaml that were recorded and count, oldest first."""
    policy = policy_from(workspace.saved.read(POLICY))
    return tuple(_weighed(workspace, workspace.store, policy).of(PolicyChanged))


def lying_there(workspace: Workspace) -> bytes:
    """policy.yaml as it lies in the folder, with the line ends that it is saved with."""
    try:
        return (workspace.root / POLICY).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        raise Refused("cannot be read", where=POLICY, remedy="Is it there, and may you open it?") from None


def refuse_unsaved(workspace: Workspace, saved: bytes) -> None:
    """Raise Refused where the file in the folder differs from what is saved: it is changed by hand just now."""
    if lying_there(workspace) != saved:
        raise Refused(
            "has changes that are not recorded", where=POLICY, remedy="Record them first: reportkit people save."
        )


def refuse_unsettled(workspace: Workspace) -> None:
    """Raise Refused while two versions of the file wait for somebody to choose."""
    waiting = [each.who for each in unsettled(workspace.root) if each.path == POLICY]
    if waiting:
        raise Refused(
            f"was changed by {' and by '.join(waiting)} while somebody else changed it, and both versions are kept",
            where=POLICY,
            remedy=f"See both, then choose: {settling(POLICY)}.",
        )


def _refuse(change: PolicyChange) -> None:
    if change.before == change.after:
        raise Refused("policy.yaml says so already", remedy="Nothing needs to be done.")
    if change.old.demonstration != change.new.demonstration:
        raise Refused("`demonstration` was fixed when this repository was made", where=POLICY, remedy="Put it back.")
    if not is_kept(change.new) and (is_kept(change.old) or not change.old.people):
        raise Refused(
            "Nobody would be left who may change who may do what",
            where=POLICY,
            remedy="Give somebody the role of administrator or head-of-programme first, without a last day.",
        )


def _ready(workspace: Workspace, manner: Manner, change: PolicyChange, reason: str | None) -> Ready:
    """The record of a change, that nothing speaks against. Raises Refused, with what does."""
    house, user = _house(workspace, manner, change), workspace.identity
    policy = change.old if change.old.people else change.new  # the first person adds themselves
    person = find_person(policy, user, manner.acting_as)
    signer = signer_of(workspace, Acting(person, policy, user, house.clock.today))
    record = _record_of(house, person, policy, manner, _details(change, reason))
    entry = Entry(digest=digest_of(encode(record)), record=record, evidence=signer.evidence())
    reasons = tuple(_objections(entry, house, policy))
    if reasons:
        raise InTheWay(reasons)
    return Ready(house=house, record=record, signer=signer)


def _record(ready: Ready, manner: Manner, change: PolicyChange, what: str) -> None:
    if manner.dry_run:
        show_record(ready.record)
        click.echo(f"\nThe new version would say: {what}\nNothing was recorded.", err=True)
        return
    data, signer = encode(ready.record), ready.signer
    signed = SignedRecord(data=data, signature=signer.sign(data))
    receipt = ready.house.store.append(_act(signed, change, what, signer.identity))
    say(f"Recorded: {what}. Version {receipt.commit[:7]}.")
    for remark in filter(None, (signer.remark, receipt.remark)):
        say(remark, err=True)


def _details(change: PolicyChange, reason: str | None) -> PolicyChanged:
    return PolicyChanged(
        before=hashlib.sha256(change.before).hexdigest(),
        after=hashlib.sha256(change.after).hexdigest(),
        weakenings=tuple(str(each)[:400] for each in weakenings(change.old, change.new)),
        reason=reason,
    )


def _record_of(house: House, person: Person, policy: Policy, manner: Manner, details: PolicyChanged) -> Record:
    part = fitting_parts(details, person, house.ledger, policy, house.clock.today)[0]
    return Record(
        repository=house.case.repository,
        inspection=OF_THE_HOUSE,
        person=person.id,
        role=manner.role or part.role,
        round=0,
        policy=details.before,
        seen=house.store.heads(OF_THE_HOUSE),
        at=house.clock.seconds,
        demonstration=policy.demonstration,
        details=details,
    )


def _act(signed: SignedRecord, change: PolicyChange, what: str, user: Identity) -> Recording:
    return Recording(
        inspection=OF_THE_HOUSE,
        version=change.version,
        records=(signed,),
        files=(File(path=POLICY, data=change.after),),
        message=what,
        name=user.name,
        email=user.email,
    )


def _house(workspace: Workspace, manner: Manner, change: PolicyChange) -> House:
    store = workspace.store
    return House(
        store=store,
        case=_case(workspace),
        clock=clock(manner.today, demonstration=change.old.demonstration),
        ledger=_weighed(workspace, store, change.old),
    )


def _case(workspace: Workspace) -> Case:
    repository = read_repository(workspace.saved).repository
    return Case(repository=repository, inspection=OF_THE_HOUSE, endings=workspace.find_endings)


def _weighed(workspace: Workspace, store: RecordStore, policy: Policy) -> Ledger:
    return weigh(tell(store.records(OF_THE_HOUSE)), policy, _case(workspace))


def _objections(entry: Entry, house: House, policy: Policy) -> Iterator[Obstacle]:
    for objection in objections_to(entry, house.ledger, policy, house.case, lambda _: ""):
        yield Obstacle(f"{capitalised(str(objection))}.", "reportkit people")
