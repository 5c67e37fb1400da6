from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.endings import (
    PolicyChange,
    days_gone,
    endings_among,
    nothing_ended,
    policy_for,
    restored,
    who_lost,
)
from reportkit.moderation.policy import Key, Person, Policy
from tests.moderation.builders import SOME, record
from tests.moderation.people import POLICY, key_of, person

MAY, JUNE, JULY = (dt.date(2004, month, 30) for month in (5, 6, 7))
ENTRY = Entry(digest=SOME, record=record())


def with_ann(**changes: object) -> Policy:
    """Return the tests' policy with something else about Ann."""
    people = tuple(structs.replace(each, **changes) if each.id == "ann" else each for each in POLICY.people)
    return structs.replace(POLICY, people=people)


def knows(_: Entry) -> bool:
    return True


def ann(policy: Policy) -> Person:
    found = policy.person("ann")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "changes",
    [
        {"keys": ()},
        {"keys": (Key(key=key_of("ann"), until=JUNE),)},
        {"roles": ()},
        {"until": JUNE},
        {"from_": JUNE},
        {"email": "lee@example.org"},
    ],
)
def test_who_has_a_key_a_role_a_day_or_an_address_no_more_has_lost_something(changes: dict[str, object]) -> None:
    assert who_lost(POLICY, with_ann(**changes)) == {"ann"}


def test_who_is_taken_out_of_the_list_has_lost_something() -> None:
    assert who_lost(POLICY, structs.replace(POLICY, people=POLICY.people[1:])) == {"ann"}


@pytest.mark.parametrize(
    "changes",
    [
        {"keys": (Key(key=key_of("ann")), Key(key=key_of("new")))},
        {"roles": ("senior-manager", "regional-lead-inspector")},
        {"name": "Anna"},
        {"region": "London"},
    ],
)
def test_who_has_more_or_another_name_has_lost_nothing(changes: dict[str, object]) -> None:
    assert who_lost(POLICY, with_ann(**changes)) == frozenset()


def test_people_who_are_restored_have_what_they_had_and_what_they_have() -> None:
    then = with_ann(until=JUNE, keys=(Key(key=key_of("old")), Key(key=key_of("ann"), until=MAY)))
    now = with_ann(until=MAY, roles=("inspector",), keys=(Key(key=key_of("ann"), until=JUNE),))
    both = ann(restored(now, endings_among([PolicyChange(then, now, knows)])))
    assert both.keys == (Key(key=key_of("ann"), until=JUNE), Key(key=key_of("old")))
    assert both.roles == ("inspector", "regional-lead-inspector")
    assert both.until == JUNE
    assert restored(now, ()) is now


def test_who_was_taken_out_of_the_list_is_restored_to_it() -> None:
    without = structs.replace(POLICY, people=POLICY.people[1:])
    assert restored(without, endings_among([PolicyChange(POLICY, without, knows)])).person("ann") == ann(POLICY)


def test_only_what_an_act_ended_that_has_seen_the_record_goes_on_counting_for_it() -> None:
    now = with_ann(keys=())
    seen, unseen = (endings_among([PolicyChange(POLICY, now, lambda _, seen=seen: seen)]) for seen in (True, False))
    assert ann(policy_for(ENTRY, now, seen)).keys == ann(POLICY).keys
    assert policy_for(ENTRY, now, unseen) == now
    assert policy_for(ENTRY, now, nothing_ended()) == now


def test_a_key_that_an_act_ended_which_has_not_seen_the_record_stays_ended() -> None:
    """As where a merge listed the key again, because two had changed the policy at once."""
    now = with_ann(keys=())
    unseen, seen = PolicyChange(POLICY, now, lambda _: False), PolicyChange(POLICY, now, lambda _: True)
    assert ann(policy_for(ENTRY, now, endings_among([unseen, seen]))).keys == ()


def test_a_key_that_was_listed_again_counts_for_what_was_recorded_until_its_second_end() -> None:
    now = with_ann(keys=())
    unseen, seen = PolicyChange(POLICY, now, lambda _: False), PolicyChange(POLICY, now, lambda _: True)
    again = PolicyChange(now, POLICY, lambda _: False)
    assert ann(policy_for(ENTRY, now, endings_among([unseen, again, seen]))).keys == ann(POLICY).keys


def test_a_last_day_is_given_for_a_planned_end() -> None:
    key = Key(key=key_of("new"), until=MAY)
    assert list(days_gone(POLICY, with_ann(until=MAY), JUNE)) == ["2004-05-30, given as the last day of Ann"]
    assert list(days_gone(POLICY, with_ann(keys=(key,)), JUNE)) == ["2004-05-30, given as the last day of a key of Ann"]
    assert list(days_gone(POLICY, with_ann(until=JUNE), JUNE)) == []
    assert list(days_gone(with_ann(until=MAY), with_ann(until=MAY, roles=()), JUNE)) == []
    assert list(days_gone(Policy(), Policy(people=(person("Ida", until=MAY),)), JULY)) == []
