"""Acknowledge what `verify` found and nothing can put right: one person proposes it, and a second agrees."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

import reportkit
from reportkit.actions.actor import find_person, fitting_parts
from reportkit.actions.intent import Confirmation, Intent, Obstacle
from reportkit.actions.prepared import Action, Basis, Prepared
from reportkit.actions.record_verdict import RecordVerdict
from reportkit.actions.request import Request
from reportkit.actions.verify import verify
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.events import Details
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.record import OF_THE_HOUSE, Record
from reportkit.moderation.sentences import ended, sentence
from reportkit.moderation.valid_records import objections_to, weigh
from reportkit.moderation.verifying.acknowledging import OpenObservation, may_act_alone
from reportkit.reading.policy import policy_from
from reportkit.workspace.clock import Clock, clock
from reportkit.workspace.signer import Acting, signer_of
from reportkit.workspace.workspace import Workspace


class AcknowledgeRequest(Request, frozen=True, kw_only=True):
    """The path of what was found, its kind where several things were, and why it is so."""

    path: str
    kind: str | None = None
    reason: str | None = None


class _Scene(Struct, frozen=True, kw_only=True):
    """What an acknowledgement rests on: the observation, the policy, who acts, and what is recorded of the house."""

    seen: OpenObservation
    version: str
    policy: Policy
    policy_digest: str
    person: Person
    clock: Clock
    ledger: Ledger
    case: Case


def prepare(workspace: Workspace, request: AcknowledgeRequest) -> Prepared:
    """Work out the proposal, or the agreement to another's. Raises WrongUse or Refused where there is none to make."""
    version = workspace.store.version(OF_THE_HOUSE)
    scene = _scene(workspace, request, version, _observation(verify(workspace, None), request))
    record = _record(workspace, scene, request)
    signer = signer_of(workspace, Acting(scene.person, scene.policy, workspace.identity, scene.clock.today))
    entry = Entry(digest=digest_of(encode(record)), record=record, evidence=signer.evidence())
    intent = _intent(scene, record.details)
    said = sentence(entry, scene.ledger, scene.policy)
    return Prepared(
        action=ACKNOWLEDGE,
        request=request,
        inspection=OF_THE_HOUSE,
        basis=_basis(scene, record, signer.evidence().key),
        intent=intent,
        record=record,
        signer=signer,
        message=f"verify: {said}",
        said=said,
        obstacles=tuple(_obstacles(scene, entry)),
        confirmations=intent.confirmations,
        remarks=intent.remarks,
    )


def _intent(scene: _Scene, details: Details) -> Intent:
    confirmations = (Confirmation("", "Record this?"),)
    return Intent(details=details, remarks=tuple(_remarks(scene, details)), confirmations=confirmations)


def _record(workspace: Workspace, scene: _Scene, request: AcknowledgeRequest) -> Record:
    details = _details(scene, request)
    fitting = fitting_parts(details, scene.person, scene.ledger, scene.policy, scene.clock.today)
    return Record(
        repository=scene.case.repository,
        inspection=OF_THE_HOUSE,
        person=scene.person.id,
        role=request.role or fitting[0].role,
        round=0,
        policy=scene.policy_digest,
        seen=workspace.store.heads(OF_THE_HOUSE),
        at=scene.clock.seconds,
        demonstration=scene.policy.demonstration,
        details=details,
    )


def _observation(verdict: RecordVerdict, request: AcknowledgeRequest) -> OpenObservation:
    """Return the one observation that is meant."""
    here = [each for each in verdict.findings if each.where == request.path and not each.acknowledged]
    open_ones = [each for each in verdict.open_ones if each.finding in here]
    found = [each for each in open_ones if request.kind in (None, each.finding.kind)]
    if len(found) == 1:
        return found[0]
    if found:
        kinds = ", ".join(sorted({each.finding.kind for each in found}))
        raise WrongUse(f"Several things were found there: {kinds}", remedy="Say which: --kind KIND.")
    if here and not open_ones:
        what = "What was found there is not to be acknowledged"
        raise Refused(what, where=request.path, remedy="Put it right first: `reportkit verify` says how.")
    raise Refused("Nothing was found there", where=request.path, remedy="`reportkit verify` lists what was found.")


def _scene(workspace: Workspace, request: AcknowledgeRequest, version: str, seen: OpenObservation) -> _Scene:
    raw = workspace.policy_in_force
    policy = policy_from(raw)
    case = Case(
        repository=workspace.repository.repository,
        inspection=OF_THE_HOUSE,
        endings=workspace.find_endings,
        changes=workspace.find_changes,
    )
    return _Scene(
        seen=seen,
        version=version,
        policy=policy,
        policy_digest=digest_of(raw),
        person=find_person(policy, workspace.identity, request.acting_as),
        clock=clock(request.today, demonstration=policy.demonstration),
        ledger=weigh(tell(workspace.store.records(OF_THE_HOUSE)), policy, case),
        case=case,
    )


def _details(scene: _Scene, request: AcknowledgeRequest) -> Details:
    """Return the agreement to what another proposed, or a proposal. Raises WrongUse without a reason."""
    for entry, proposed in scene.ledger.of(Acknowledgement):
        if scene.seen.is_named_by(proposed) and entry.record.person not in scene.seen.excluded:
            if entry.record.person != scene.person.id:
                return Agreement(to=entry.digest)
            what = "You have proposed this already, and another person must agree"
            raise Refused(what, remedy="It waits in the `reportkit moderate` of those who may.")
    if not request.reason:
        raise WrongUse("An acknowledgement says why it is so", remedy='Give it: --reason "…".')
    finding = scene.seen.finding
    return Acknowledgement(
        kind=finding.kind,
        path=finding.where,
        commit=finding.commit,
        digests=scene.seen.digests,
        reason=request.reason,
    )


def _remarks(scene: _Scene, details: Details) -> Iterator[str]:
    """Yield what is acknowledged, and what it does."""
    yield f"{scene.seen.finding.level}: {scene.seen.finding}."
    if isinstance(details, Agreement):
        proposal = scene.ledger.find(details.to)
        yield ended(sentence(proposal, scene.ledger, scene.policy)) if proposal else ""
        return
    alone = may_act_alone(scene.person.id, scene.policy, scene.seen.excluded)
    yield (
        "You acknowledge this alone, as no other could agree; it is shown so for ever."
        if alone
        else ("It counts once another person with a listed key, who took no part in this, agrees.")
    )


def _obstacles(scene: _Scene, entry: Entry) -> Iterator[Obstacle]:
    if scene.person.id in scene.seen.excluded:
        what = "who committed or signed it, or wrote the inspection, does not acknowledge it"
        yield Obstacle(f"{scene.person.name} took part in this: {what}.")
    for objection in objections_to(entry, scene.ledger, scene.policy, scene.case, _no_subject):
        yield Obstacle(f"{capitalised(str(objection))}.", "reportkit people")


def _no_subject(_signing: object) -> str:
    """Return "": an acknowledgement is of no inspection's content."""
    return ""


def _basis(scene: _Scene, record: Record, key: str) -> Basis:
    return Basis(
        version=scene.version,
        content=digest_of(repr(scene.seen.digests).encode()),
        policy=record.policy,
        person=record.person,
        role=record.role,
        key=key,
        day=str(scene.clock.today),
        program=reportkit.__version__,
    )


ACKNOWLEDGE = Action("verify --acknowledge", prepare)
