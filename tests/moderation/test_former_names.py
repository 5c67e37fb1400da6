from __future__ import annotations

from msgspec import structs

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.former_names import former_names, named_as_then
from tests.moderation.builders import SOME, record
from tests.moderation.people import POLICY
from tests.moderation.story import CASE

ENTRY = Entry(digest=SOME, record=record(policy=SOME))
NOW = structs.replace(POLICY, people=(structs.replace(POLICY.people[0], name="Anna", roles=()), *POLICY.people[1:]))


def test_a_record_is_shown_with_the_names_of_its_policy_and_all_else_as_it_is_now() -> None:
    case = structs.replace(CASE, policy_of={SOME: POLICY}.get)
    named = named_as_then(ENTRY, NOW, case.policy_of)
    assert (named.name_of("ann"), named.people[0].roles) == ("Ann", ())
    assert named_as_then(ENTRY, POLICY, case.policy_of) is POLICY


def test_the_newest_name_is_shown_where_the_policy_of_then_is_not_known() -> None:
    assert named_as_then(ENTRY, NOW, CASE.policy_of) is NOW


def test_former_names_are_listed_by_id_oldest_first_and_once() -> None:
    assert former_names(NOW, [POLICY, NOW, POLICY]) == {"ann": ("Ann",)}
    assert former_names(POLICY, [POLICY]) == {}
