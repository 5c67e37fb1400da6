"""The records of one inspection held against each other: who could act, in which role, knowing what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reportkit.moderation.attribution import reported_by
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Chronicle, Entry, chronicle
from reportkit.moderation.comment_events import Drawn
from reportkit.moderation.events import Cover, Refusal, SignOff
from reportkit.moderation.judged_record import JudgedRecord
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import Record
from reportkit.moderation.sign_offs import Subjects, signatures
from reportkit.moderation.unsigned import is_unsigned_late
from reportkit.moderation.validity import judge
from reportkit.moderation.validity_by_history import came_in_late, judge_by_history
from reportkit.moderation.validity_of_documents import is_of_final
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.record_evidence import NEWER, Exhibit, alone, read
from reportkit.moderation.words import ROLES

AFTER_END: Final = "after-the-end"
"""The kind of finding for a record that came in after its key or role was ended."""

AFTER_CHANGE: Final = "after-the-change"
"""The kind of finding for a record that came in after policy asked for more than it has."""


def examine(
    exhibits: Iterable[Exhibit], case: Case, policy: Policy | None, subjects: Subjects | None
) -> Iterator[Observation]:
    """Yield everything there is to say of one inspection's records.

    `policy` is the one in force now; `subjects` gives the digests of what is saved now, None where the inspection is
    there no longer (then nothing can lapse). Of records from before this copy's first version, no one can tell who
    brought them: they are believed. Where a newer reportkit made one, each of the others is judged by itself alone.
    """
    newer = False
    known: dict[str, Exhibit] = {}
    entries: list[Entry] = []
    for exhibit in exhibits:
        found = read(exhibit)
        if isinstance(found, Observation):
            newer = newer or found.kind == NEWER
            yield found
            continue
        if not exhibit.brought.step.cut:
            yield from alone(exhibit, found)
        if found.inspection == case.inspection:
            known[exhibit.digest] = exhibit
            entries.append(Entry(digest=exhibit.digest, record=found, evidence=exhibit.evidence))
    if not newer:
        yield from _together(chronicle(entries), known, case, policy, subjects)


class _Bench(Struct, frozen=True):
    """The records of one inspection together: in order, by digest, and by path their places as bits of a number.

    `policy` is the one in force now, None where it cannot be read.
    """

    told: Chronicle
    known: Mapping[str, Exhibit]
    bits: Mapping[str, int]
    policy: Policy | None


def _together(
    told: Chronicle, known: Mapping[str, Exhibit], case: Case, policy: Policy | None, subjects: Subjects | None
) -> Iterator[Observation]:
    yield from _holes(told, known)
    bits = {exhibit.brought.path: 1 << told.places[digest] for digest, exhibit in known.items()}
    bench = _Bench(told, known, bits, policy)
    counted = Ledger(told)
    late: list[tuple[Entry, Observation]] = []
    for entry in told:
        found = (*_heard(entry, counted, bench, case),)
        yield from found
        after = tuple(_not_counted(entry, counted, bench, case)) if not found else ()
        late += ((entry, each) for each in after)
        if not after and not any(each.level == "forged" for each in found):
            counted = counted.with_one_more(entry)
    for entry, each in late:
        yield replace(each, level="note", what=f"{each.what}: it was repeated") if _repeated(entry, counted) else each
    if policy and subjects:
        yield from _lapsed(counted, policy, subjects, known)


def _holes(told: Chronicle, known: Mapping[str, Exhibit]) -> Iterator[Observation]:
    for hole in told.holes:
        what = f"it was made knowing the record {hole.missing[:12]}, which is not there"
        yield known[hole.seen_by].finding("forged", "hole", what)


def _heard(entry: Entry, counted: Ledger, bench: _Bench, case: Case) -> Iterator[Observation]:
    """Hold a record against what its writer had seen, by the policy that was in force."""
    exhibit = bench.known[entry.digest]
    if exhibit.brought.step.cut:
        return
    yield from _against_knowledge(entry, bench)
    yield from _against(entry, counted.known_to(entry), exhibit, case)


def _against(entry: Entry, past: Ledger, exhibit: Exhibit, case: Case) -> Iterator[Observation]:
    if exhibit.policy is None:
        yield exhibit.finding("cannot tell", "no-policy", "no policy that can be read was in force when it was made")
        return
    if exhibit.evidence.uncertain:
        return
    then = _case_then(entry, exhibit, exhibit.policy, case)
    for objection in judge(JudgedRecord.of(entry, past, exhibit.policy, then)):
        kind = "not-counted" if objection.rule == "record" else objection.rule
        yield exhibit.finding("forged", kind, objection.what)
    details = entry.record.details
    if isinstance(details, Drawn) and exhibit.subjects and not is_of_final(details, past, exhibit.subjects):
        what = "the final report that it says was signed is not what came with it"
        yield exhibit.finding("forged", "final", what)


def _not_counted(entry: Entry, counted: Ledger, bench: _Bench, case: Case) -> Iterator[Observation]:
    """Say of a record which nothing spoke against when it was made why it does not count.

    It is judged as everywhere, and came in after a key, a role or what policy asks for had changed. A thief with an old
    copy makes such a record, whatever day they declare; and so does its owner, on a lost laptop.
    """
    exhibit = bench.known[entry.digest]
    if bench.policy is None or exhibit.brought.step.cut or exhibit.evidence.uncertain:
        return
    if not case.changes() and not case.endings():
        return
    past, then = counted.known_to(entry), _case_then(entry, exhibit, bench.policy, case)
    late = came_in_late(entry, past, bench.policy, then)
    unsigned = not late and is_unsigned_late(entry, bench.policy, case.changes())
    for objection in judge_by_history(entry, past, bench.policy, then):
        kind = AFTER_END if late or unsigned else AFTER_CHANGE
        yield exhibit.finding("incomplete", kind, _why_unsigned(entry, bench.policy) if unsigned else objection.what)


def _why_unsigned(entry: Entry, policy: Policy) -> str:
    name = policy.name_of(entry.record.person)
    return f"it is not signed, and came in after a key was listed for {name}: it counts when they repeat it"


def _repeated(entry: Entry, counted: Ledger) -> bool:
    """Return whether the person of a record has repeated it, having seen it, in one that counts."""
    return any(_act(other) == _act(entry) and counted.chronicle.seen(entry.digest, other) for other in counted.taken)


def _act(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    return record.person, record.role, record.event, record.subject or ""


def _case_then(entry: Entry, exhibit: Exhibit, policy: Policy, case: Case) -> Case:
    """Return the case with the authors that a record’s own content had, where it matters who they were."""
    concerned = _concerned(entry.record, policy)
    return replace(case, authors=exhibit.authors(concerned)) if concerned else case


def _concerned(record: Record, policy: Policy) -> tuple[str, ...]:
    """Return the id and the name of who must be no author for this to count: who signs or refuses, or will stand in."""
    details = record.details
    person = details.stand_in if isinstance(details, Cover) else record.person
    applies = isinstance(details, SignOff | Refusal | Cover) and not policy.author_may_sign
    return (person, policy.own_name(person)) if applies else ()


def _against_knowledge(entry: Entry, bench: _Bench) -> Iterator[Observation]:
    """Check that a record names, at first or second hand, what was there before it, and nothing that was not."""
    told, known, exhibit = bench.told, bench.known, bench.known[entry.digest]
    before = sum(bench.bits[path] for path in exhibit.brought.present if path in bench.bits)
    unknown = before & ~told.past[entry.digest]
    if unknown:
        first = told.entries[(unknown & -unknown).bit_length() - 1]
        what = f"it does not know of {first.digest[:12]}, which was there when it was made"
        yield exhibit.finding("forged", "unknowing", what)
    for digest in entry.record.seen:
        is_before = digest in known and before >> told.places[digest] & 1
        if digest in known and not is_before and known[digest].brought.step.commit != exhibit.brought.step.commit:
            yield exhibit.finding("forged", "foreknowing", f"it names {digest[:12]}, which was not there yet")
    if told.says_too_early(entry):
        yield exhibit.finding("forged", "time", "it says an earlier time than what its writer had seen")


def _lapsed(ledger: Ledger, policy: Policy, subjects: Subjects, known: Mapping[str, Exhibit]) -> Iterator[Observation]:
    for lapse in signatures(ledger, policy, subjects).lapsed:
        record = lapse.entry.record
        reported = f", {words}," if (words := reported_by(record, policy)) else ""
        who = f"the sign-off by {policy.name_of(record.person)} as {ROLES[record.role]}{reported} holds no longer"
        yield known[lapse.entry.digest].finding("lapsed", "lapsed", f"{who}: {lapse.why}")
