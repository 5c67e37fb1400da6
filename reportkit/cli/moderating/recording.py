"""The one way in which an act is recorded: refuse with every reason at once, or show, sign, keep, and tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

import click
import msgspec

from reportkit.cli.moderating.actor import Part, fitting_parts
from reportkit.cli.moderating.ahead import problems_ahead
from reportkit.cli.moderating.behalf import Behalf, show_notice, telling_them
from reportkit.cli.moderating.dry_run import show_record
from reportkit.cli.moderating.in_the_way import InTheWay
from reportkit.cli.moderating.messages import Message, handing_over
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.signing import Acting, Signer, signer_of
from reportkit.cli.moderating.telling import ended, follow_up, sentence, with_due
from reportkit.cli.moderating.the_day import ask_about_the_day
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.records.paths import issued_folder
from reportkit.moderation.announcing import Clearance, Dispatch, OdpmDiscussion, Progress, ReinspectionAgreed
from reportkit.moderation.blocker import Blocker, Held, comments
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.commenting import Comment, CommentAnswer, DraftSent, Extension, RoundTable
from reportkit.moderation.events import Cover, Details, Meeting, Override, Query, Refusal, SignOff
from reportkit.moderation.order import Entry, chronicle, heads_of
from reportkit.moderation.phrasing import capitalised
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Issued, Record
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import Act, File, Receipt, Signed
from reportkit.moderation.subject import DRAFT
from reportkit.moderation.weighing import objections_to, weigh
from reportkit.moderation.words import ROLES, Role

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


def record(session: Session, scene: Scene, intent: Intent, manner: Manner) -> None:
    """Record an act and say what follows; with `--dry-run` only show it. Raises Refused with everything in the way."""
    signer = signer_of(session, Acting(scene.person, scene.policy, scene.identity, scene.clock.today))
    made = _made(scene, intent, manner)
    entry = Entry(digest=digest_of(encode(made)), record=made, evidence=signer.evidence())
    _refuse_repeated(scene, entry)
    _refuse(scene, intent, entry)
    ask_about_the_day(session, manner, scene.clock)
    message = f"{scene.slug}: {sentence(entry, scene.ledger, scene.policy)}"
    if manner.dry_run:
        _show(entry, message, intent)
        return
    data = encode(made)
    act = Act(
        inspection=scene.slug,
        version=scene.version,
        records=(Signed(data=data, signature=signer.sign(data)),),
        files=intent.kept(scene.slug),
        message=message,
        name=scene.identity.name,
        email=scene.identity.email,
    )
    with telling_them(intent.behalf, entry) as tell_them, handing_over(intent.messages) as hand_over:
        _tell(scene.store.append(act), entry, scene, signer)
        tell_them()
        hand_over()


def _made(scene: Scene, intent: Intent, manner: Manner) -> Record:
    """The record as it would be."""
    details = intent.details
    person = intent.behalf.person if intent.behalf else scene.person
    part = choose_part(scene, person, details, intent.role or manner.role)
    of_version = intent.behalf is not None or isinstance(details, SignOff | Refusal)
    signing = scene.standing.signing if of_version else DRAFT
    return Record(
        repository=scene.repository,
        inspection=scene.slug,
        person=person.id,
        role=part.role,
        round=max(scene.standing.round, 1),
        stage=signing.stage,
        decision=signing.decision,
        subject=scene.store.subject(scene.slug, signing),
        policy=scene.policy_digest,
        seen=heads_of({each.digest: each.record.seen for each in scene.ledger.chronicle}),
        at=scene.clock.seconds,
        cover=part.cover,
        reported=intent.behalf.reported if intent.behalf else None,
        issued=tuple(Issued(name=each.name, digest=digest_of(each.data)) for each in sorted(intent.papers)),
        demonstration=scene.policy.demonstration,
        details=details,
    )


def choose_part(scene: Scene, person: Person, details: Details, role: Role | None) -> Part:
    """The role in which a person acts. Raises where they have none that fits, or it is not plain which is meant."""
    fitting = fitting_parts(details, person, scene.ledger, scene.policy, scene.clock.today)
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


def _refuse_repeated(scene: Scene, entry: Entry) -> None:
    """Raise Refused for the very act that was the person's last: a command that was stopped had recorded it already.

    A question that was answered since may be asked again.
    """
    own = [each for each in scene.ledger.taken if each.record.person == entry.record.person]
    if not isinstance(entry.record.details, _ONCE) or not own:
        return
    last = own[-1]
    if isinstance(last.record.details, Query) and last not in scene.ledger.open_queries:
        return
    if _again(last.record, entry.record) == entry.record:
        said = sentence(last, scene.ledger, scene.policy)
        remedy = f"Nothing needs to be done; `reportkit history {scene.slug}` shows it."
        raise Refused(f"This is recorded already: {said}", remedy=remedy)


def _again(last: Record, made: Record) -> Record:
    """What a record would be if it were made now; a meeting may have begun a new round itself."""
    begun = made.round if isinstance(last.details, Meeting) else last.round
    return msgspec.structs.replace(last, at=made.at, seen=made.seen, round=begun)


def _refuse(scene: Scene, intent: Intent, entry: Entry) -> None:
    """Raise Refused with everything that stands in the way, each with the command that does something about it."""
    reasons = tuple(dict.fromkeys(_reasons(scene, intent, entry)))
    if reasons:
        raise InTheWay(reasons)


def refuse_held(scene: Scene, act: Held) -> None:
    """Raise Refused with everything that holds up an act, before the work that it takes is done."""
    reasons = tuple(map(reason_of, scene.standing.holding(act)))
    if reasons:
        raise InTheWay(reasons)


def reason_of(blocker: Blocker) -> str:
    """A blocker in a sentence, by when it is due, and the command that clears it."""
    return f"  {with_due(blocker)}\n      {blocker.command}"


def _reasons(scene: Scene, intent: Intent, entry: Entry) -> Iterator[str]:
    blockers = scene.standing.holding(intent.needs) if intent.needs else ()
    blockers = tuple(each for each in blockers if not each.about or each.about not in intent.despite)
    yield from map(reason_of, blockers)
    rules = {blocker.rule for blocker in blockers}
    said = {blocker.what.casefold() for blocker in blockers}
    subjects = partial(scene.store.subject, scene.slug)
    for objection in objections_to(entry, scene.ledger, scene.policy, scene.case, subjects):
        what, command = str(objection), objection.command or _command(objection.rule, scene.slug)
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


def _tell(receipt: Receipt, entry: Entry, scene: Scene, signer: Signer) -> None:
    done = ended(sentence(entry, scene.ledger, scene.policy))
    say(f"Recorded: {done} Version {receipt.commit[:7]}.")
    for remark in (signer.remark, receipt.remark):
        if remark:
            say(remark, err=True)
    for line in follow_up(after(scene, entry), scene.policy):
        say(line)


def after(scene: Scene, entry: Entry) -> Standing:
    """Where the inspection stands once the entry is recorded too; nothing is read again."""
    ledger = weigh(chronicle((*scene.ledger.chronicle, entry)), scene.policy, scene.case)
    subjects = partial(scene.store.subject, scene.slug)
    ahead = problems_ahead(scene.inspection, ledger, scene.casework)
    seen_now = isinstance(entry.record.details, DraftSent)
    case = msgspec.structs.replace(scene.case, ahead=ahead, worse=() if seen_now else scene.case.worse)
    return standing(case, ledger, scene.policy, scene.clock.today, scene.problems, subjects)
