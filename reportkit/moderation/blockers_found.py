"""What stands in the way of an inspection, all at once, each with the command that clears it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.inspection.problem import Problem
from reportkit.moderation.attribution import reported_by
from reportkit.moderation.blocker import GAP, Blocker, Held, moderate, short
from reportkit.moderation.blocker_context import BlockerContext
from reportkit.moderation.blockers_after_letters import unsent_letters
from reportkit.moderation.blockers_with_bodies import untold, with_bodies
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Cover, Query, Refusal
from reportkit.moderation.phrasing import capitalised, in_a_line
from reportkit.moderation.words import ROLES, Role


def blockers(context: BlockerContext) -> tuple[Blocker, ...]:
    """Return everything that stands in the way, in the order in which it is best cleared."""
    found = [*_of_the_record(context), *_unsaved(context), *_problems(context)]
    if context.ledger.submission:
        found += [*_queries(context), *_outcome(context), *_refusals(context), *_missing(context)]
        found += [*with_bodies(context), *unsent_letters(context)]
    return (*found, *_gaps(context))


def warnings(context: BlockerContext) -> tuple[Blocker, ...]:
    """Return what stops nothing and should be looked at: another region's lead, authors who sign, untold answers."""
    return (*_region(context), *_authors(context), *untold(context))


def _of_the_record(context: BlockerContext) -> Iterator[Blocker]:
    told = context.ledger.chronicle
    gone = (f"The record {short(hole.missing)} is gone, which {short(hole.seen_by)} had seen" for hole in told.holes)
    for what in (*gone, *(f"{fault.name}: {fault.why}" for fault in told.faults)):
        yield context.block("record", what, f"reportkit verify {context.case.inspection}", context.near)


def _unsaved(context: BlockerContext) -> Iterator[Blocker]:
    if context.case.unsaved:
        what = f"There are unsaved changes: {', '.join(context.case.unsaved)}"
        yield context.block("I05", what, f"reportkit save {context.case.inspection}", context.near)


def _problems(context: BlockerContext) -> Iterator[Blocker]:
    for problem in _standing_problems(context, context.problems):
        yield context.block(problem.rule, str(problem), _clearing(problem, context.case), context.near)
    who = context.policy.able(context.policy.may_correspond, context.now)
    held: Held = "decide" if context.ledger.sent else "send"
    for problem in _standing_problems(context, context.case.ahead):
        what, command = f"{problem.message}. {problem.remedy}", _clearing(problem, context.case)
        yield Blocker(rule=problem.rule, what=what, command=command, holds=held, who=who)


def _gaps(context: BlockerContext) -> Iterator[Blocker]:
    """Return the gaps of the report: the draft does not go to the bodies with them, and the report is not published."""
    case = context.case
    for problem in () if context.ledger.published else case.gaps:
        public: tuple[Held, ...] = ("publish",) if problem.about in case.withheld else ()
        yield Blocker(
            rule=GAP,
            about=GAP,
            what=str(problem),
            command=problem.command or f"reportkit check {case.inspection} --for publish",
            holds="send" if problem.rule == GAP else "publish",
            lets=("decide", "notify", *public),
        )


def _standing_problems(context: BlockerContext, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (each for each in problems if not context.ledger.is_overridden(each.rule, each.about))


def _clearing(problem: Problem, case: Case) -> str:
    if problem.command:
        return problem.command
    if problem.rule not in case.overridable:
        return f"reportkit check {case.inspection}"
    about = ("--about", problem.about) if problem.about else ()
    return moderate("override", case.inspection, problem.rule, *about, '--reason "…"')


def _queries(context: BlockerContext) -> Iterator[Blocker]:
    waiting = {entry.digest for entry in context.ledger.open_queries}
    for entry, query in context.ledger.of(Query):
        if entry.digest in waiting:
            late = ", and the answer is late" if query.by < context.now else ""
            yield Blocker(
                rule="I06",
                what=f"{query.of} was asked{late}: {in_a_line(query.asks)}",
                command=moderate("answer", context.case.inspection, short(entry.digest), '--text "…"'),
                holds="sign-off",
                due=query.by,
            )


def _outcome(context: BlockerContext) -> Iterator[Blocker]:
    """Yield the meeting of this round, and that inspection.yaml says what was agreed or decided [114, 117]."""
    settled = context.ledger.decision[1] if context.ledger.decision else context.ledger.agreed
    if settled is None:
        what = f"No meeting of round {context.ledger.round} has agreed both judgements"
        came_out = "--present … --service … --prospects …"
        yield context.block("I06", what, moderate("meeting", context.case.inspection, came_out), "sign-off")
        return
    for title, outcome, written in (
        ("the service", settled.service, context.case.service),
        ("the prospects", settled.prospects, context.case.prospects),
    ):
        if outcome.to != written:
            file = f"inspections/{context.case.inspection}/inspection.yaml"
            what = f"{file} says {written or 'nothing'} for {title}, and {outcome.to} was agreed"
            yield _other_than_agreed(context, what)


def _other_than_agreed(context: BlockerContext, what: str) -> Blocker:
    """Before the draft goes out the file follows the meeting; what comments changed is decided, or met about again."""
    if not _sent_and_open(context):
        command = f"reportkit save {context.case.inspection}"
        return Blocker(rule="I07", what=f"{what}: write it there", command=command, holds="sign-off")
    return Blocker(
        rule="I07",
        what=f"{what}: before the draft is sent again, the moderators meet on it",
        command=moderate("meeting", context.case.inspection),
        holds="sign-off",
        lets=("decide",),
    )


def _sent_and_open(context: BlockerContext) -> bool:
    """Return whether the draft is with the bodies.

    What their comments change is settled by the decision, not before.
    """
    return context.ledger.sent is not None and context.ledger.decision is None


def _refusals(context: BlockerContext) -> Iterator[Blocker]:
    standing = {entry.digest for entry in context.signatures.refused}
    for entry, refusal in context.ledger.of(Refusal):
        name, holder = context.policy.name_of(entry.record.person), context.ledger.principal(entry)
        if entry.digest in standing:
            reported = f", {words}," if (words := reported_by(entry.record, context.policy)) else ""
            yield Blocker(
                rule="I01",
                what=f"{name}{reported} does not agree, because: {in_a_line(refusal.reason)}",
                command=moderate("sign-off", context.case.inspection),
                holds="send",
                who=(holder, *_stand_ins(context, entry.record.role, holder)),
            )


def _missing(context: BlockerContext) -> Iterator[Blocker]:
    signed = {entry.record.role: entry for entry in context.signatures.signed}
    refused = {entry.record.role for entry in context.signatures.refused}
    lapsed = {lapse.entry.record.role: lapse for lapse in context.signatures.lapsed}
    carried = {entry.record.role for entry in context.footing} if _sent_and_open(context) else set()
    for role in context.policy.must_sign:
        if role in signed or role in refused:
            continue
        who = _able(context, role)
        name = f"the {ROLES[role]}"
        what = f"The sign-off of {name} has lapsed: {lapsed[role].why}" if role in lapsed else f"{name} has not signed"
        if not who:
            what = f"No one could sign as {ROLES[role]} on {context.now}"
        command = moderate("sign-off", context.case.inspection) if who else "reportkit people add"
        holds: Held = "notify" if context.ledger.decision else "send"
        lets: tuple[Held, ...] = ("decide",) if role in carried else ()
        yield Blocker(rule="I01", what=capitalised(what), command=command, holds=holds, lets=lets, who=who)


def _able(context: BlockerContext, role: Role) -> tuple[str, ...]:
    """Return who could sign in a role today: its holders and covers, without authors and signers in another role."""
    busy = {entry.record.person for entry in context.signatures.signed}
    holders = [person.id for person in context.policy.holders(role, context.now)]
    able = dict.fromkeys(each for name in holders for each in (name, *_stand_ins(context, role, name)))
    return tuple(name for name in able if name not in busy and not _kept_out(context, name))


def _stand_ins(context: BlockerContext, role: Role, holder: str) -> tuple[str, ...]:
    covers = (cover for _, cover in context.ledger.of(Cover))
    return tuple(
        cover.stand_in
        for cover in covers
        if (cover.role, cover.holder) == (role, holder)
        and cover.from_ <= context.now <= cover.until
        and _is_there(context, cover.stand_in)
    )


def _is_there(context: BlockerContext, name: str) -> bool:
    person = context.policy.person(name)
    return person is not None and person.active(context.now)


def _kept_out(context: BlockerContext, person: str) -> bool:
    author = context.case.is_author(person, context.policy.own_name(person))
    return author and not context.policy.author_may_sign


def _region(context: BlockerContext) -> Iterator[Blocker]:
    for entry in context.signatures.signed:
        person = context.policy.person(context.ledger.principal(entry))
        ours, theirs = context.case.region, person.region if person else None
        lead = entry.record.role == "regional-lead-inspector"
        if lead and ours and (theirs or "").casefold() != ours.casefold():
            what = (
                f"{_name(context, entry)} signed as regional lead inspector of {theirs or 'no region'}, not of {ours}"
            )
            yield from _warning(context, "I03", what)


def _authors(context: BlockerContext) -> Iterator[Blocker]:
    for entry in context.signatures.signed:
        if context.case.is_author(entry.record.person, context.policy.own_name(entry.record.person)):
            yield from _warning(context, "I04", f"{_name(context, entry)} signed, and is of the inspection’s team")


def _warning(context: BlockerContext, rule: str, what: str) -> Iterator[Blocker]:
    if not context.ledger.is_overridden(rule):
        command = moderate("override", context.case.inspection, rule, '--reason "…"')
        yield context.block(rule, what, command, "sign-off")


def _name(context: BlockerContext, entry: Entry) -> str:
    return context.policy.name_of(entry.record.person)
