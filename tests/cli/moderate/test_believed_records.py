from __future__ import annotations

from msgspec import structs

from reportkit.actions.believed_records import as_signed, believed, believed_in_force, believed_unless_late
from reportkit.moderation.causal_order import Chronicle, Entry, chronicle
from reportkit.moderation.codec import name_of
from reportkit.moderation.endings import Ending, PolicyChange, endings_among, nothing_ended
from reportkit.moderation.policy import Key, Policy
from tests.moderation.builders import SOME, record
from tests.moderation.people import POLICY, key_of

ENTRY = Entry(digest=SOME, record=record())
TOLD = chronicle([ENTRY])
REQUIRED = structs.replace(POLICY, signatures="required")
WITHOUT_ANN = structs.replace(REQUIRED, people=REQUIRED.people[1:])
NO_KEY = structs.replace(REQUIRED, people=(structs.replace(REQUIRED.people[0], keys=()), *REQUIRED.people[1:]))
NAMED = {name_of(ENTRY.record, SOME): key_of("ann")}


def ended(policy: Policy, *, seen: bool) -> tuple[Ending, ...]:
    return endings_among([PolicyChange(REQUIRED, policy, lambda _: seen)])


def key_in(told: Chronicle) -> str:
    (entry,) = told
    return entry.evidence.key


def test_records_are_believed_with_a_key_where_policy_asks_for_one() -> None:
    assert key_in(believed(TOLD, POLICY, nothing_ended)) == ""
    assert key_in(believed(TOLD, REQUIRED, nothing_ended)) == key_of("ann")


def test_who_was_taken_out_or_has_no_key_left_is_believed_with_the_key_of_then() -> None:
    for policy in (WITHOUT_ANN, NO_KEY):
        found = ended(policy, seen=True)
        assert key_in(believed(TOLD, policy, lambda found=found: found)) == key_of("ann")


def test_what_an_ending_act_has_not_seen_is_told_by_the_key_that_signed_it() -> None:
    named = {name_of(ENTRY.record, SOME): key_of("thief")}
    for seen, key in ((True, key_of("ann")), (False, key_of("thief"))):
        found = ended(NO_KEY, seen=seen)
        policy = structs.replace(NO_KEY, signatures="optional")
        assert key_in(believed_unless_late(TOLD, policy, lambda found=found: found, lambda _: named)) == key


def test_signatures_are_taken_for_what_they_name() -> None:
    assert key_in(as_signed(TOLD, POLICY, nothing_ended, NAMED)) == key_of("ann")
    assert key_in(as_signed(TOLD, POLICY, nothing_ended, {})) == ""


def test_who_has_another_key_and_no_role_any_more_is_believed_with_the_key_of_then() -> None:
    other = structs.replace(REQUIRED.people[0], keys=(Key(key=key_of("new")),), roles=())
    changed = structs.replace(REQUIRED, people=(other, *REQUIRED.people[1:]))
    found = ended(changed, seen=True)
    assert key_in(believed(TOLD, changed, lambda: found)) == key_of("ann")


def test_history_is_not_asked_where_all_was_made_under_the_policy_in_force() -> None:
    def never() -> tuple[Ending, ...]:
        raise AssertionError

    told = believed_in_force(TOLD, REQUIRED, ENTRY.record.policy, never, lambda _: NAMED)
    assert key_in(told) == key_of("ann")
