"""Status, moderate, actions, history and pack ask `weigh`, `verify` asks `examine`: they say the same of any record."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from reportkit.actions.believed_records import believed_unless_late
from reportkit.moderation.causal_order import Entry, chronicle, heads_of
from reportkit.moderation.codec import digest_of, encode, name_of
from reportkit.moderation.endings import PolicyChange, endings_among
from reportkit.moderation.entitlement import against_person
from reportkit.moderation.events import Query
from reportkit.moderation.judged_record import JudgedRecord
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import STRICT, Key, Policy
from reportkit.moderation.store import UNCHECKED, SignerEvidence
from reportkit.moderation.valid_records import weigh
from reportkit.moderation.verifying.file_history import BroughtFiles, VersionStep
from reportkit.moderation.verifying.record_evidence import Exhibit
from reportkit.moderation.verifying.record_observations import AFTER_CHANGE, AFTER_END, examine
from tests.moderation.builders import ASHBY
from tests.moderation.people import POLICY, key_of
from tests.moderation.story import CASE, LATER, ready, sign_off

PEOPLE = ("ann", "bob", "cat", "jo")
NOW = structs.replace(CASE, authors=frozenset())
CHANGES = (
    "end the key",
    "rotate the key",
    "leave",
    "come back",
    "require signatures",
    "judge strictly",
    "let fewer decide",
)


class Copy(Struct):
    """One computer's copy: the policy there, and the records there."""

    policy: Policy
    entries: list[Entry]


class Simulation:
    """An office where the policy changes, and a laptop that is brought together with it now and then."""

    def __init__(self) -> None:
        self.story = ready()
        self.office = Copy(POLICY, list(self.story.entries))
        self.laptop = Copy(POLICY, list(self.story.entries))
        begun = tuple(self.story.entries)
        self.exhibits = [self._exhibit(each, begun[:number]) for number, each in enumerate(begun)]
        self.changes: list[PolicyChange] = []
        self.log: list[object] = []
        self.keys = {person: [key_of(person)] for person in PEOPLE}

    def __repr__(self) -> str:
        return str(self.log)

    def change(self, what: str, person: str) -> None:
        """Change the policy in the office."""
        self.log.append((what, person))
        before = self.office.policy
        self.office.policy = after = self._changed(before, what, person)
        seen = frozenset(each.digest for each in self.office.entries)
        self.changes.append(PolicyChange(before, after, lambda entry: entry.digest in seen))

    def _changed(self, policy: Policy, what: str, person: str) -> Policy:
        if what == "require signatures":
            return structs.replace(policy, signatures="required")
        if what == "judge strictly":
            return structs.replace(policy, judging=STRICT)
        if what == "let fewer decide":
            return structs.replace(policy, may_decide=("head-of-programme",), covers=())
        return structs.replace(policy, people=tuple(self._one(each, what, person) for each in policy.people))

    def _one(self, each: object, what: str, person: str) -> object:
        if each.id != person:
            return each
        if what == "rotate the key":
            self.keys[person].append(key_of(f"{person}{len(self.keys[person])}"))
        key = () if what == "end the key" else (Key(key=self.keys[person][-1]),)
        roles = {"leave": (), "come back": POLICY.person(person).roles}.get(what, each.roles)
        return structs.replace(each, keys=key, roles=roles)

    def act(self, copy: Copy, person: str, key: int, set_back: int, *, asks: bool) -> None:
        """Record an act that the policy of a copy allows there: with any key of the person's that it lists, or none."""
        before = tuple(copy.entries)
        signed = self.keys[person][key % len(self.keys[person])] if key or copy.policy.signatures == "required" else ""
        entry = self._entry(copy, person, signed, set_back, asks=asks)
        self.log.append((copy is self.office, person, signed, set_back, asks))
        allowed = not any(against_person(JudgedRecord.of(entry, Ledger(), copy.policy, NOW)))
        if allowed and entry.digest not in {each.digest for each in before}:
            copy.entries.append(entry)
            self.exhibits.append(self._exhibit(entry, before, copy.policy))

    def _entry(self, copy: Copy, person: str, key: str, set_back: int, *, asks: bool) -> Entry:
        role = POLICY.person(person).roles[0]
        made = self.story.entry(person, Query(asks=f"How many? {set_back}", of="Mo", by=LATER) if asks else sign_off())
        seen = heads_of({each.digest: each.record.seen for each in copy.entries})
        newest = max(each.record.at for each in copy.entries)
        record = structs.replace(made.record, role=role, seen=seen, at=newest + 60 - set_back)
        evidence = SignerEvidence(key=key, email=f"{person}@example.org")
        return Entry(digest=digest_of(encode(record)), record=record, evidence=evidence)

    def bring_together(self) -> None:
        """Merge the laptop and the office; the laptop has the newest policy from then on only if it syncs."""
        self.log.append("merge")
        known = {each.digest for each in self.office.entries}
        self.office.entries += [each for each in self.laptop.entries if each.digest not in known]

    def sync_laptop(self) -> None:
        self.bring_together()
        self.log.append("sync")
        self.laptop = Copy(self.office.policy, list(self.office.entries))

    def _exhibit(self, entry: Entry, before: tuple[Entry, ...], policy: Policy = POLICY) -> Exhibit:
        path = f"moderation/{ASHBY}/records/{name_of(entry.record, entry.digest)}"
        step = VersionStep(commit=entry.digest[:40], seconds=entry.record.at)
        present = {f"moderation/{ASHBY}/records/{name_of(each.record, each.digest)}": "" for each in before}
        return Exhibit(
            brought=BroughtFiles(
                path=path, inspection=ASHBY, content="", step=step, policy=None, present=present, since=0
            ),
            data=encode(entry.record),
            evidence=entry.evidence,
            policy=policy,
            policy_digest=entry.record.policy,
            subjects=self.story.subject,
            authors=lambda _: frozenset(),
            issued={},
            replies={},
        )


@st.composite
def histories(draw: st.DrawFn) -> Simulation:
    """Any history of joins, losses, leavings, rotations, late arrivals and clocks set back."""
    told = Simulation()
    people, steps = st.sampled_from(PEOPLE), st.sampled_from(("act", "act", "change", "merge", "sync"))
    acts = st.tuples(st.booleans(), people, st.integers(0, 3), st.integers(0, 5000), st.booleans())
    for step in draw(st.lists(steps, max_size=14)):
        if step == "act":
            in_office, person, key, set_back, asks = draw(acts)
            told.act(told.office if in_office else told.laptop, person, key, set_back, asks=asks)
        elif step == "change":
            told.change(draw(st.sampled_from(CHANGES)), draw(people))
        elif step == "merge":
            told.bring_together()
        else:
            told.sync_laptop()
    told.bring_together()
    return told


def counted_by_verify(told: Simulation) -> set[str]:
    endings = endings_among(told.changes)
    case = structs.replace(NOW, endings=lambda: endings, changes=lambda: tuple(told.changes))
    void = {
        each.commit
        for each in examine(told.exhibits, case, told.office.policy, None)
        if each.level == "forged" or each.kind in (AFTER_END, AFTER_CHANGE)
    }
    return {each.digest for each in told.office.entries if each.digest[:40] not in void}


def _unread(entry: Entry) -> Entry:
    """Return a record of whose signature only the file was seen."""
    return structs.replace(entry, evidence=UNCHECKED if entry.evidence.key else SignerEvidence())


@settings(max_examples=200, deadline=None)
@given(histories())
def test_status_moderate_and_verify_say_the_same_of_every_record(told: Simulation) -> None:
    endings = endings_among(told.changes)
    case, policy = (
        structs.replace(NOW, endings=lambda: endings, changes=lambda: tuple(told.changes)),
        told.office.policy,
    )
    record = chronicle(told.office.entries)
    counted = {each.digest for each in weigh(record, policy, case).taken}
    assert counted_by_verify(told) == counted
    keys = {name_of(each.record, each.digest): each.evidence.key for each in told.office.entries}
    bare = chronicle([_unread(each) for each in told.office.entries])
    shown = believed_unless_late(bare, policy, lambda: endings, lambda _: keys)
    assert {each.digest for each in weigh(shown, policy, case).taken} == counted


@settings(max_examples=100, deadline=None)
@given(histories(), st.sampled_from(CHANGES), st.sampled_from(PEOPLE))
def test_no_change_of_policy_takes_back_what_counts(told: Simulation, what: str, person: str) -> None:
    def counted() -> set[str]:
        endings = endings_among(told.changes)
        case = structs.replace(NOW, endings=lambda: endings, changes=lambda: tuple(told.changes))
        return {each.digest for each in weigh(chronicle(told.office.entries), told.office.policy, case).taken}

    before = counted()
    told.change(what, person)
    assert counted() >= before
