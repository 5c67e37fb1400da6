"""The first step of an action that records: read, check and work out, and change nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from msgspec.structs import replace

import reportkit
from reportkit.actions.actor import ActingRole, fitting_parts
from reportkit.actions.case_file import CaseFile, gather_for_act
from reportkit.actions.check_clock import clock_confirmation
from reportkit.actions.hand_changes import hand_changes
from reportkit.actions.intent import Intent, Obstacle
from reportkit.actions.prepared import Action, Basis, Prepared, R
from reportkit.actions.refusal import InTheWay
from reportkit.actions.request import Request
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.blocker import Blocker, Held, comments
from reportkit.moderation.causal_order import Entry, heads_of
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.comment_events import Comment, CommentAnswer, Extension, RoundTable
from reportkit.moderation.events import Cover, Details, Meeting, Override, Query, Refusal, SignOff
from reportkit.moderation.outcome_events import Clearance, Dispatch, OdpmDiscussion, Progress, ReinspectionAgreed
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import Person
from reportkit.moderation.record import IssuedDocument, Record
from reportkit.moderation.sentences import ended, sentence, with_due
from reportkit.moderation.subject import DRAFT
from reportkit.moderation.valid_records import objections_to
from reportkit.moderation.words import ROLES, Role
from reportkit.workspace.signer import Acting, signer_of
from reportkit.workspace.workspace import Workspace

Intend = Callable[[Workspace, CaseFile, R], Intent]
"""What an action is about to record, given where the inspection stands. It raises InTheWay, Refused or WrongUse."""

Gather = Callable[[Workspace, str, Request], CaseFile]
"""How everything that an action rests on is read."""

_ONCE: Final = (
    *(Meeting, Query, Refusal, Cover, Override, Clearance),
    *(Comment, CommentAnswer, RoundTable, Extension, Dispatch, ReinspectionAgreed, OdpmDiscussion, Progress),
)
"""Events that are recorded twice only by accident: the same words, day and content, with nothing else between."""


def prepare_record(
    action: Action[R], workspace: Workspace, request: R, intend: Intend[R], read: Gather = gather_for_act
) -> Prepared:
    """Work out an action that records one event on an inspection. Raises what keeps it from being worked out.

    What stands in its way is in the result, not raised.
    """
    slug = workspace.inspection(request.inspection)
    case_file = read(workspace, slug, request)
    blocked = Prepared(
        action=action, request=request, inspection=slug, basis=_basis(case_file, request), case_file=case_file
    )
    try:
        intent = intend(workspace, case_file, request)
    except InTheWay as refusal:
        return replace(blocked, obstacles=refusal.obstacles)
    return _with_record(blocked, workspace, case_file, intent)


def _with_record(blocked: Prepared, workspace: Workspace, case_file: CaseFile, intent: Intent) -> Prepared:
    """Return the action with its record and everything that the policy and the record hold against it."""
    signer = signer_of(workspace, Acting(case_file.person, case_file.policy, case_file.identity, case_file.clock.today))
    record = _record(case_file, intent, blocked.request)
    entry = Entry(digest=digest_of(encode(record)), record=record, evidence=signer.evidence())
    _refuse_repeated(case_file, entry)
    said = sentence(entry, case_file.ledger, case_file.policy)
    clock = clock_confirmation(workspace, blocked.request, case_file.clock)
    return replace(
        blocked,
        basis=replace(blocked.basis, role=record.role, key=signer.evidence().key),
        intent=intent,
        record=record,
        signer=signer,
        notice=intent.behalf.notice(entry) if intent.behalf else None,
        message=f"{case_file.slug}: {said}",
        said=said,
        obstacles=tuple(dict.fromkeys(_obstacles(case_file, intent, entry))),
        confirmations=(*intent.confirmations, *((clock,) if clock else ())),
        remarks=(*intent.remarks, *hand_changes(workspace)),
    )


def _basis(case_file: CaseFile, request: Request) -> Basis:
    return Basis(
        version=case_file.version,
        content=case_file.store.subject(case_file.slug),
        policy=case_file.policy_digest,
        person=case_file.person.id,
        role=request.role or "",
        key="",
        day=str(case_file.clock.today),
        program=reportkit.__version__,
    )


def _record(case_file: CaseFile, intent: Intent, request: Request) -> Record:
    """Return the record as it would be."""
    details = intent.details
    person = intent.behalf.person if intent.behalf else case_file.person
    part = choose_part(case_file, person, details, intent.role or request.role)
    of_version = intent.behalf is not None or isinstance(details, SignOff | Refusal)
    signing = case_file.standing.signing if of_version else DRAFT
    return Record(
        repository=case_file.repository,
        inspection=case_file.slug,
        person=person.id,
        role=part.role,
        round=max(case_file.standing.round, 1),
        stage=signing.stage,
        decision=signing.decision,
        subject=case_file.store.subject(case_file.slug, signing),
        policy=case_file.policy_digest,
        seen=heads_of({each.digest: each.record.seen for each in case_file.ledger.chronicle}),
        at=case_file.clock.seconds,
        cover=part.cover,
        reported=intent.behalf.reported if intent.behalf else None,
        issued=tuple(IssuedDocument(name=each.name, digest=digest_of(each.data)) for each in sorted(intent.papers)),
        demonstration=case_file.policy.demonstration,
        details=details,
    )


def choose_part(case_file: CaseFile, person: Person, details: Details, role: Role | None) -> ActingRole:
    """Return the role in which a person acts. Raises where none of theirs fits, or it is not plain which is meant."""
    fitting = fitting_parts(details, person, case_file.ledger, case_file.policy, case_file.clock.today)
    if role is not None:
        named = [part for part in fitting if part.role == role]
        if not named:
            roles = ", ".join(part.role for part in fitting)
            raise Refused(f"{person.name} cannot do this as {ROLES[role]}", remedy=f"--role can say: {roles}.")
        return named[0]
    if isinstance(details, SignOff | Refusal) and len({part.role for part in fitting}) > 1:
        roles = " or ".join(part.role for part in fitting)
        raise WrongUse(f"{person.name} could sign in more than one role", remedy=f"Say which: --role {roles}.")
    return fitting[0]


def _refuse_repeated(case_file: CaseFile, entry: Entry) -> None:
    """Raise Refused when the act equals the person's last: a command that was stopped had recorded it already.

    A question that was answered since may be asked again.
    """
    own = [each for each in case_file.ledger.taken if each.record.person == entry.record.person]
    if not isinstance(entry.record.details, _ONCE) or not own:
        return
    last = own[-1]
    if isinstance(last.record.details, Query) and last not in case_file.ledger.open_queries:
        return
    if _made_again(last.record, entry.record) == entry.record:
        said = sentence(last, case_file.ledger, case_file.policy)
        remedy = f"Nothing needs to be done; `reportkit history {case_file.slug}` shows it."
        raise Refused(f"This is recorded already: {said}", remedy=remedy)


def _made_again(last: Record, made: Record) -> Record:
    """Return what a record would be if it were made now. A meeting may have begun a new round itself."""
    begun = made.round if isinstance(last.details, Meeting) else last.round
    return replace(last, at=made.at, seen=made.seen, round=begun)


def refuse_held(case_file: CaseFile, act: Held) -> None:
    """Raise InTheWay with every blocker of an act, before the work that it takes is done."""
    obstacles = tuple(map(obstacle_of, case_file.standing.holding(act)))
    if obstacles:
        raise InTheWay(obstacles)


def obstacle_of(blocker: Blocker) -> Obstacle:
    """Return a blocker as an obstacle, with the day by which it is due."""
    return Obstacle(with_due(blocker), blocker.command)


def _obstacles(case_file: CaseFile, intent: Intent, entry: Entry) -> Iterator[Obstacle]:
    """Return the blockers that the event does not set aside, and what the record itself holds against the event."""
    blockers = case_file.standing.holding(intent.needs) if intent.needs else ()
    blockers = tuple(each for each in blockers if not each.about or each.about not in intent.overrides)
    yield from map(obstacle_of, blockers)
    rules = {blocker.rule for blocker in blockers}
    said = {blocker.what.casefold() for blocker in blockers}
    subjects = partial(case_file.store.subject, case_file.slug)
    for objection in objections_to(entry, case_file.ledger, case_file.policy, case_file.case, subjects):
        what, command = str(objection), objection.command or _command(objection.rule, case_file.slug)
        if objection.rule not in rules and what.casefold() not in said:
            yield Obstacle(ended(capitalised(what)), command)


def _command(rule: str, slug: str) -> str:
    clearing = {"record": f"reportkit history {slug}", "J01": comments("send", slug)}
    return clearing.get(rule, f"reportkit explain {rule}")
