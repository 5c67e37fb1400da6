"""What stands in the way of an inspection, all at once, each with the command that clears it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held, moderate, short
from reportkit.moderation.blocking_bodies import untold, with_bodies
from reportkit.moderation.blocking_letters import unsent_letters
from reportkit.moderation.case import Case
from reportkit.moderation.events import Cover, Query, Refusal
from reportkit.moderation.order import Entry
from reportkit.moderation.phrasing import capitalised, in_a_line
from reportkit.moderation.scene import Scene
from reportkit.moderation.sureness import reported_by
from reportkit.moderation.words import ROLES, Role


def blockers(scene: Scene) -> tuple[Blocker, ...]:
    """Everything that stands in the way, in the order in which it is best cleared."""
    found = [*_of_the_record(scene), *_unsaved(scene), *_problems(scene)]
    if scene.ledger.submission:
        found += [*_queries(scene), *_outcome(scene), *_refusals(scene), *_missing(scene)]
        found += [*with_bodies(scene), *unsent_letters(scene)]
    return tuple(found)


def warnings(scene: Scene) -> tuple[Blocker, ...]:
    """What stops nothing and should be looked at: another region's lead, authors who sign, untold answers."""
    return (*_region(scene), *_authors(scene), *untold(scene))


def _of_the_record(scene: Scene) -> Iterator[Blocker]:
    told = scene.ledger.chronicle
    gone = (f"The record {short(hole.missing)} is gone, which {short(hole.seen_by)} had seen" for hole in told.holes)
    for what in (*gone, *(f"{fault.name}: {fault.why}" for fault in told.faults)):
        yield scene.block("record", what, f"reportkit verify {scene.case.inspection}", scene.near)


def _unsaved(scene: Scene) -> Iterator[Blocker]:
    if scene.case.unsaved:
        what = f"There are unsaved changes: {', '.join(scene.case.unsaved)}"
        yield scene.block("I05", what, f"reportkit save {scene.case.inspection}", scene.near)


def _problems(scene: Scene) -> Iterator[Blocker]:
    for problem in _standing_problems(scene, scene.problems):
        yield scene.block(problem.rule, str(problem), _clearing(problem, scene.case), scene.near)
    who = scene.policy.able(scene.policy.may_correspond, scene.now)
    held: Held = "decide" if scene.ledger.sent else "send"
    for problem in _standing_problems(scene, scene.case.ahead):
        what, command = f"{problem.message}. {problem.remedy}", _clearing(problem, scene.case)
        yield Blocker(rule=problem.rule, what=what, command=command, holds=held, who=who)


def _standing_problems(scene: Scene, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (each for each in problems if not scene.ledger.is_overridden(each.rule, each.about))


def _clearing(problem: Problem, case: Case) -> str:
    if problem.command:
        return problem.command
    if problem.rule not in case.overridable:
        return f"reportkit check {case.inspection}"
    about = ("--about", problem.about) if problem.about else ()
    return moderate("override", case.inspection, problem.rule, *about, '--reason "…"')


def _queries(scene: Scene) -> Iterator[Blocker]:
    waiting = {entry.digest for entry in scene.ledger.open_queries}
    for entry, query in scene.ledger.of(Query):
        if entry.digest in waiting:
            late = ", and the answer is late" if query.by < scene.now else ""
            yield Blocker(
                rule="I06",
                what=f"{query.of} was asked{late}: {in_a_line(query.asks)}",
                command=moderate("answer", scene.case.inspection, short(entry.digest), '--text "…"'),
                holds="sign-off",
                due=query.by,
            )


def _outcome(scene: Scene) -> Iterator[Blocker]:
    """The meeting of this round, and that inspection.yaml says what was agreed or decided [114, 117]."""
    settled = scene.ledger.decision[1] if scene.ledger.decision else scene.ledger.agreed
    if settled is None:
        what = f"No meeting of round {scene.ledger.round} has agreed both judgements"
        came_out = "--present … --service … --prospects …"
        yield scene.block("I06", what, moderate("meeting", scene.case.inspection, came_out), "sign-off")
        return
    for title, outcome, written in (
        ("the service", settled.service, scene.case.service),
        ("the prospects", settled.prospects, scene.case.prospects),
    ):
        if outcome.to != written:
            file = f"inspections/{scene.case.inspection}/inspection.yaml"
            what = f"{file} says {written or 'nothing'} for {title}, and {outcome.to} was agreed"
            yield _other_than_agreed(scene, what)


def _other_than_agreed(scene: Scene, what: str) -> Blocker:
    """Before the draft goes out the file follows the meeting; what comments changed is decided, or met about again."""
    if not _sent_and_open(scene):
        command = f"reportkit save {scene.case.inspection}"
        return Blocker(rule="I07", what=f"{what}: write it there", command=command, holds="sign-off")
    return Blocker(
        rule="I07",
        what=f"{what}: before the draft is sent again, the moderators meet on it",
        command=moderate("meeting", scene.case.inspection),
        holds="sign-off",
        lets=("decide",),
    )


def _sent_and_open(scene: Scene) -> bool:
    """Whether the draft is with the bodies: what their comments change is settled by the decision, not before."""
    return scene.ledger.sent is not None and scene.ledger.decision is None


def _refusals(scene: Scene) -> Iterator[Blocker]:
    standing = {entry.digest for entry in scene.signatures.refused}
    for entry, refusal in scene.ledger.of(Refusal):
        name, holder = scene.policy.name_of(entry.record.person), scene.ledger.principal(entry)
        if entry.digest in standing:
            reported = f", {words}," if (words := reported_by(entry.record, scene.policy)) else ""
            yield Blocker(
                rule="I01",
                what=f"{name}{reported} does not agree, because: {in_a_line(refusal.reason)}",
                command=moderate("sign-off", scene.case.inspection),
                holds="send",
                who=(holder, *_stand_ins(scene, entry.record.role, holder)),
            )


def _missing(scene: Scene) -> Iterator[Blocker]:
    signed = {entry.record.role: entry for entry in scene.signatures.signed}
    refused = {entry.record.role for entry in scene.signatures.refused}
    lapsed = {lapse.entry.record.role: lapse for lapse in scene.signatures.lapsed}
    carried = {entry.record.role for entry in scene.footing} if _sent_and_open(scene) else set()
    for role in scene.policy.must_sign:
        if role in signed or role in refused:
            continue
        who = _able(scene, role)
        name = f"the {ROLES[role]}"
        what = f"The sign-off of {name} has lapsed: {lapsed[role].why}" if role in lapsed else f"{name} has not signed"
        if not who:
            what = f"Nobody could sign as {ROLES[role]} on {scene.now}"
        command = moderate("sign-off", scene.case.inspection) if who else "reportkit people add"
        holds: Held = "notify" if scene.ledger.decision else "send"
        lets: tuple[Held, ...] = ("decide",) if role in carried else ()
        yield Blocker(rule="I01", what=capitalised(what), command=command, holds=holds, lets=lets, who=who)


def _able(scene: Scene, role: Role) -> tuple[str, ...]:
    """Who could sign in a role today: its holders and their covers, but no author and nobody who signed in another."""
    busy = {entry.record.person for entry in scene.signatures.signed}
    holders = [person.id for person in scene.policy.holders(role, scene.now)]
    able = dict.fromkeys(each for name in holders for each in (name, *_stand_ins(scene, role, name)))
    return tuple(name for name in able if name not in busy and not _kept_out(scene, name))


def _stand_ins(scene: Scene, role: Role, holder: str) -> tuple[str, ...]:
    covers = (cover for _, cover in scene.ledger.of(Cover))
    return tuple(
        cover.stand_in
        for cover in covers
        if (cover.role, cover.holder) == (role, holder)
        and cover.from_ <= scene.now <= cover.until
        and _is_there(scene, cover.stand_in)
    )


def _is_there(scene: Scene, name: str) -> bool:
    person = scene.policy.person(name)
    return person is not None and person.active(scene.now)


def _kept_out(scene: Scene, person: str) -> bool:
    author = scene.case.is_author(person, scene.policy.name_of(person))
    return author and not scene.policy.author_may_sign


def _region(scene: Scene) -> Iterator[Blocker]:
    for entry in scene.signatures.signed:
        person = scene.policy.person(scene.ledger.principal(entry))
        ours, theirs = scene.case.region, person.region if person else None
        lead = entry.record.role == "regional-lead-inspector"
        if lead and ours and (theirs or "").casefold() != ours.casefold():
            what = f"{_name(scene, entry)} signed as regional lead inspector of {theirs or 'no region'}, not of {ours}"
            yield from _warning(scene, "I03", what)


def _authors(scene: Scene) -> Iterator[Blocker]:
    for entry in scene.signatures.signed:
        if scene.case.is_author(entry.record.person, _name(scene, entry)):
            yield from _warning(scene, "I04", f"{_name(scene, entry)} signed, and is of the inspection’s team")


def _warning(scene: Scene, rule: str, what: str) -> Iterator[Blocker]:
    if not scene.ledger.is_overridden(rule):
        command = moderate("override", scene.case.inspection, rule, '--reason "…"')
        yield scene.block(rule, what, command, "sign-off")


def _name(scene: Scene, entry: Entry) -> str:
    return scene.policy.name_of(entry.record.person)
