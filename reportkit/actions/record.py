"""The one way in which an act is recorded: refuse with every reason at once, or show, sign, keep, and tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

import click
import msgspec

from reportkit.actions.actor import ActingRole, fitting_parts
from reportkit.actions.case_file import CaseFile
from reportkit.actions.check_clock import ask_about_the_day
from reportkit.actions.messages import Message, handing_over
from reportkit.actions.on_behalf_of import Behalf, show_notice, telling_them
from reportkit.actions.refusal import InTheWay
from reportkit.actions.rules_ahead import problems_ahead
from reportkit.actions.show_record import show_record
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.records.paths import issued_folder
from reportkit.moderation.blocker import Blocker, Held, comments
from reportkit.moderation.causal_order import Entry, chronicle, heads_of
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.comment_events import Comment, CommentAnswer, DraftSent, Extension, RoundTable
from reportkit.moderation.events import Cover, Details, Meeting, Override, Query, Refusal, SignOff
from reportkit.moderation.outcome_events import Clearance, Dispatch, OdpmDiscussion, Progress, ReinspectionAgreed
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import Person
from reportkit.moderation.record import IssuedDocument, Record
from reportkit.moderation.sentences import ended, follow_up, sentence, with_due
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import File, Receipt, Recording, SignedRecord
from reportkit.moderation.subject import DRAFT
from reportkit.moderation.valid_records import objections_to, weigh
from reportkit.moderation.words import ROLES, Role
from reportkit.workspace.signer import Acting, Signer, signer_of
from reportkit.workspace.workspace import Workspace

_ONCE: Final = (
    *(Meeting, Query, Refusal, Cover, Override, Clearance),
    *(Comment, CommentAnswer, RoundTable, Extension, Dispatch, ReinspectionAgreed, OdpmDiscussion, Progress),
)
"""What nobody means to record again in the same words, of the same day and content, with nothing else between."""


class Paper(msgspec.Struct, frozen=True, order=True):
    """A document that goes into issued/: its name there, and its bytes."""

    name: str
    data: bytes


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is about to record: the event's own facts, and the act whose blockers must be cleared first.

    `role` is the one in which it is done, where the act itself settles that. `papers` are the documents that go into
    issued/ with it, and `files` what else its commit keeps. `behalf` says for whom it is entered, where that is
    somebody else. `messages` are written, for people to send, once it is recorded. `despite` are the abouts of
    blockers that the event itself gives a reason for.
    """

    details: Details
    needs: Held | None = None
    role: Role | None = None
    papers: tuple[Paper, ...] = ()
    files: tuple[File, ...] = ()
    behalf: Behalf | None = None
    messages: tuple[Message, ...] = ()
    despite: frozenset[str] = frozenset()

    def kept(self, inspection: str) -> tuple[File, ...]:
        """Everything that the commit keeps besides the record."""
        folder = issued_folder(inspection)
        return (*(File(path=f"{folder}/{each.name}", data=each.data) for each in self.papers), *self.files)


def record(workspace: Workspace, case_file: CaseFile, intent: Intent, manner: Manner) -> None:
    """Record an act and say what follows; with `--dry-run` only show it. Raises Refused with everything in the way."""
    signer = signer_of(workspace, Acting(case_file.person, case_file.policy, case_file.identity, case_file.clock.today))
    made = _made(case_file, intent, manner)
    entry = Entry(digest=digest_of(encode(made)), record=made, evidence=signer.evidence())
    _refuse_repeated(case_file, entry)
    _refuse(case_file, intent, entry)
    ask_about_the_day(workspace, manner, case_file.clock)
    message = f"{case_file.slug}: {sentence(entry, case_file.ledger, case_file.policy)}"
    if manner.dry_run:
        _show(entry, message, intent)
        return
    data = encode(made)
    act = Recording(
        inspection=case_file.slug,
        version=case_file.version,
        records=(SignedRecord(data=data, signature=signer.sign(data)),),
        files=intent.kept(case_file.slug),
        message=message,
        name=case_file.identity.name,
        email=case_file.identity.email,
    )
    with telling_them(intent.behalf, entry) as tell_them, handing_over(intent.messages) as hand_over:
        _tell(case_file.store.append(act), entry, case_file, signer)
        tell_them()
        hand_over()


def _made(case_file: CaseFile, intent: Intent, manner: Manner) -> Record:
    """The record as it would be."""
    details = intent.details
    person = intent.behalf.person if intent.behalf else case_file.person
    part = choose_part(case_file, person, details, intent.role or manner.role)
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
    """The role in which a person acts. Raises where they have none that fits, or it is not plain which is meant."""
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
    """Raise Refused for the very act that was the person's last: a command that was stopped had recorded it already.

    A question that was answered since may be asked again.
    """
    own = [each for each in case_file.ledger.taken if each.record.person == entry.record.person]
    if not isinstance(entry.record.details, _ONCE) or not own:
        return
    last = own[-1]
    if isinstance(last.record.details, Query) and last not in case_file.ledger.open_queries:
        return
    if _again(last.record, entry.record) == entry.record:
        said = sentence(last, case_file.ledger, case_file.policy)
        remedy = f"Nothing needs to be done; `reportkit history {case_file.slug}` shows it."
        raise Refused(f"This is recorded already: {said}", remedy=remedy)


def _again(last: Record, made: Record) -> Record:
    """What a record would be if it were made now; a meeting may have begun a new round itself."""
    begun = made.round if isinstance(last.details, Meeting) else last.round
    return msgspec.structs.replace(last, at=made.at, seen=made.seen, round=begun)


def _refuse(case_file: CaseFile, intent: Intent, entry: Entry) -> None:
    """Raise Refused with everything that stands in the way, each with the command that does something about it."""
    reasons = tuple(dict.fromkeys(_reasons(case_file, intent, entry)))
    if reasons:
        raise InTheWay(reasons)


def refuse_held(case_file: CaseFile, act: Held) -> None:
    """Raise Refused with everything that holds up an act, before the work that it takes is done."""
    reasons = tuple(map(reason_of, case_file.standing.holding(act)))
    if reasons:
        raise InTheWay(reasons)


def reason_of(blocker: Blocker) -> str:
    """A blocker in a sentence, by when it is due, and the command that clears it."""
    return f"  {with_due(blocker)}\n      {blocker.command}"


def _reasons(case_file: CaseFile, intent: Intent, entry: Entry) -> Iterator[str]:
    blockers = case_file.standing.holding(intent.needs) if intent.needs else ()
    blockers = tuple(each for each in blockers if not each.about or each.about not in intent.despite)
    yield from map(reason_of, blockers)
    rules = {blocker.rule for blocker in blockers}
    said = {blocker.what.casefold() for blocker in blockers}
    subjects = partial(case_file.store.subject, case_file.slug)
    for objection in objections_to(entry, case_file.ledger, case_file.policy, case_file.case, subjects):
        what, command = str(objection), objection.command or _command(objection.rule, case_file.slug)
        if objection.rule not in rules and what.casefold() not in said:
            yield f"  {ended(capitalised(what))}\n      {command}"


def _command(rule: str, slug: str) -> str:
    clearing = {"record": f"reportkit history {slug}", "J01": comments("send", slug)}
    return clearing.get(rule, f"reportkit explain {rule}")


def _show(entry: Entry, message: str, intent: Intent) -> None:
    """Show an act that is not recorded: the record, what its version would say and keep, and whom it would tell."""
    show_record(entry.record)
    say(f"\nThe new version would say: {message}", err=True)
    for file in intent.kept(entry.record.inspection):
        click.echo(f"It would keep {file.path} ({len(file.data):,} bytes).", err=True)
    for each in intent.messages:
        click.echo(f"It would write {each.target}.", err=True)
    if intent.behalf:
        show_notice(intent.behalf, entry)
    click.echo("Nothing was recorded.", err=True)


def _tell(receipt: Receipt, entry: Entry, case_file: CaseFile, signer: Signer) -> None:
    done = ended(sentence(entry, case_file.ledger, case_file.policy))
    say(f"Recorded: {done} Version {receipt.commit[:7]}.")
    for remark in (signer.remark, receipt.remark):
        if remark:
            say(remark, err=True)
    for line in follow_up(after(case_file, entry), case_file.policy):
        say(line)


def after(case_file: CaseFile, entry: Entry) -> Standing:
    """Where the inspection stands once the entry is recorded too; nothing is read again."""
    ledger = weigh(chronicle((*case_file.ledger.chronicle, entry)), case_file.policy, case_file.case)
    subjects = partial(case_file.store.subject, case_file.slug)
    ahead = problems_ahead(case_file.inspection, ledger, case_file.casework)
    seen_now = isinstance(entry.record.details, DraftSent)
    case = msgspec.structs.replace(case_file.case, ahead=ahead, worse=() if seen_now else case_file.case.worse)
    return standing(case, ledger, case_file.policy, case_file.clock.today, case_file.problems, subjects)
