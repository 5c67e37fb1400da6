"""Which policy is in force after recorded changes, changes by hand, and versions that were brought together."""

from __future__ import annotations

from msgspec.structs import replace

from reportkit.moderation import events as ev
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Key, Person, Policy
from reportkit.moderation.policy_in_force import PolicyEvent, PolicyState, PolicyThen, follow, policy_in, stricter
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import SignerEvidence
from tests.moderation.builders import record
from tests.moderation.people import key_of

GUS = Person(id="gus", name="Gus Pym", email="gus@example.org", roles=("administrator",))
KIM = Person(id="kim", name="Kim Poe", email="kim@example.org", roles=("inspector",))
LAX = Policy(people=(GUS, KIM))
STRICT = replace(LAX, judging=2)


def content(policy: Policy, digest: str) -> PolicyThen:
    return PolicyThen(digest * 64, policy)


def change(before: PolicyThen, after: PolicyThen, person: Person = GUS) -> Entry:
    details = ev.PolicyChanged(before=before.digest, after=after.digest)
    made = record("policy-changed", person=person.id, inspection=OF_THE_HOUSE, role="administrator", details=details)
    return Entry(digest="e" * 64, record=made, evidence=SignerEvidence(email=person.email))


def start(policy: PolicyThen) -> PolicyEvent:
    return PolicyEvent(commit="0", email=GUS.email, after=policy, by_hand=True)


def recorded(commit: str, parent: str, entry: Entry, after: PolicyThen) -> PolicyEvent:
    return PolicyEvent(commit=commit, parents=(parent,), after=after, by_hand=True, records=(entry,))


def hand(commit: str, parent: str, after: PolicyThen, person: Person = KIM) -> PolicyEvent:
    return PolicyEvent(commit=commit, parents=(parent,), who=person.name, email=person.email, after=after, by_hand=True)


def state(*events: PolicyEvent) -> PolicyState:
    return follow(events)[events[-1].commit]


def promoted(policy: Policy) -> Policy:
    return replace(policy, people=(GUS, replace(KIM, roles=("administrator",))))


def test_a_recorded_change_by_an_entitled_person_is_in_force() -> None:
    first, second = content(STRICT, "a"), content(replace(STRICT, comment_period=20), "b")
    assert state(start(first), recorded("1", "0", change(first, second), second)).in_force == second


def test_a_recorded_change_by_another_is_not_in_force_and_is_told_as_made_by_hand() -> None:
    first, second = content(STRICT, "a"), content(promoted(STRICT), "b")
    found = state(start(first), recorded("1", "0", change(first, second, KIM), second))
    assert found.in_force == first
    assert [each.entitled for each in found.pending] == [False]


def test_under_strict_judging_a_change_by_hand_is_not_in_force_whoever_made_it() -> None:
    first, second = content(STRICT, "a"), content(promoted(STRICT), "b")
    for person, entitled in ((KIM, False), (GUS, True)):
        found = state(start(first), hand("1", "0", second, person))
        assert (found.in_force, found.tree) == (first, second)
        assert [each.entitled for each in found.pending] == [entitled]


def test_a_person_who_promoted_themselves_by_hand_cannot_record_that_or_a_further_change() -> None:
    first, second, third = content(STRICT, "a"), content(promoted(STRICT), "b"), content(LAX, "c")
    further = recorded("2", "1", change(second, third, KIM), third)
    confirmed = PolicyEvent(commit="2", parents=("1",), records=(change(first, second, KIM),))
    for last in (further, confirmed):
        assert state(start(first), hand("1", "0", second), last).in_force == first


def test_a_change_by_hand_is_in_force_once_an_entitled_person_records_it() -> None:
    first, second = content(STRICT, "a"), content(promoted(STRICT), "b")
    confirmed = PolicyEvent(commit="2", parents=("1",), records=(change(first, second),))
    found = state(start(first), hand("1", "0", second), confirmed)
    assert (found.in_force, found.pending) == (second, ())


def test_before_strict_judging_a_change_by_hand_by_an_entitled_person_takes_effect() -> None:
    first, second = content(LAX, "a"), content(promoted(LAX), "b")
    found = state(start(first), hand("1", "0", second, GUS), hand("2", "1", first, KIM))
    assert (found.in_force, [each.entitled for each in found.pending]) == (first, [True, True])
    found = state(start(first), hand("1", "0", second, KIM), hand("2", "1", content(LAX, "c"), KIM))
    assert (found.in_force, [each.entitled for each in found.pending]) == (first, [False, False])


def test_of_two_changes_that_did_not_know_each_other_the_stricter_is_in_force() -> None:
    first = content(STRICT, "a")
    easier, harder = content(promoted(STRICT), "b"), content(replace(STRICT, signatures="required"), "c")
    sides = (recorded("1", "0", change(first, easier), easier), recorded("2", "0", change(first, harder), harder))
    for parents in (("1", "2"), ("2", "1")):
        assert state(start(first), *sides, PolicyEvent(commit="3", parents=parents)).in_force == harder
    assert stricter(easier, harder) == stricter(harder, easier) == harder


def test_what_git_made_of_two_changes_waits_for_a_person_who_may_record_it() -> None:
    first = content(STRICT, "a")
    longer, harder = content(replace(STRICT, comment_period=20), "b"), content(replace(STRICT, final="always"), "c")
    both = content(replace(STRICT, comment_period=20, final="always"), "d")
    sides = (recorded("1", "0", change(first, longer), longer), recorded("2", "0", change(first, harder), harder))
    merge = PolicyEvent(commit="3", parents=("1", "2"), email=KIM.email, after=both, by_hand=True)
    found = state(start(first), *sides, merge)
    assert found.in_force in (longer, harder)
    assert [each.entitled for each in found.pending] == [True]
    assert found.in_force is not None
    settled = PolicyEvent(commit="4", parents=("3",), records=(change(found.in_force, both),))
    assert state(start(first), *sides, merge, settled).in_force == both


def test_putting_back_by_hand_what_is_in_force_changes_nothing() -> None:
    first, second = content(STRICT, "a"), content(promoted(STRICT), "b")
    found = state(start(first), hand("1", "0", second), hand("2", "1", first))
    assert (found.in_force, found.is_settled, len(found.pending)) == (first, True, 1)


def test_a_change_that_knew_the_other_is_in_force_wherever_it_is_brought_in() -> None:
    first, second = content(STRICT, "a"), content(promoted(STRICT), "b")
    side = PolicyEvent(commit="2", parents=("0",))
    for parents in (("1", "2"), ("2", "1")):
        merged = PolicyEvent(commit="3", parents=parents)
        found = state(start(first), recorded("1", "0", change(first, second), second), side, merged)
        assert found.in_force == second


def test_in_a_new_repository_without_people_a_change_by_hand_takes_effect() -> None:
    nobody, first = content(Policy(judging=2), "a"), content(STRICT, "b")
    assert state(start(nobody), hand("1", "0", first)).in_force == first


def test_the_first_person_of_a_new_repository_adds_themselves() -> None:
    nobody, first = content(Policy(judging=2), "a"), content(STRICT, "b")
    assert state(start(nobody), recorded("1", "0", change(nobody, first), first)).in_force == first


def own_change(after: PolicyThen, *, signed: bool) -> PolicyState:
    """The state after Kim, an inspector with a key, records a change."""
    first = content(replace(STRICT, people=(GUS, replace(KIM, keys=(Key(key=key_of("kim")),)))), "a")
    entry = change(first, after, KIM)
    made = replace(entry.record, role="inspector")
    evidence = replace(entry.evidence, key=key_of("kim") if signed else "")
    return state(start(first), recorded("1", "0", replace(entry, record=made, evidence=evidence), after))


def test_people_change_their_own_name_and_end_their_own_key_with_a_signature() -> None:
    renamed = content(replace(STRICT, people=(GUS, replace(KIM, name="Kim Lee", keys=(Key(key=key_of("kim")),)))), "b")
    for after in (renamed, content(STRICT, "c")):
        assert own_change(after, signed=True).in_force == after
        assert own_change(after, signed=False).in_force != after
    assert own_change(content(promoted(STRICT), "d"), signed=True).in_force != content(promoted(STRICT), "d")


def test_a_version_is_judged_by_what_is_in_force_under_strict_judging_and_else_by_its_file() -> None:
    for first, judged in ((content(STRICT, "a"), STRICT), (content(LAX, "a"), promoted(LAX))):
        assert first.policy is not None
        by_hand = promoted(first.policy)
        assert policy_in(by_hand, state(start(first), hand("1", "0", content(by_hand, "b")))) == judged
