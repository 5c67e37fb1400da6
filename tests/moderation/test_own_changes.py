from __future__ import annotations

import pytest
from msgspec import structs

from reportkit.moderation.own_changes import has_new_key, is_own_change, renamed
from reportkit.moderation.policy import Key, Policy
from tests.moderation.people import POLICY, key_of

NEW = Key(key=key_of("new"))


def with_ann(**changes: object) -> Policy:
    """Return the tests' policy with something else about Ann."""
    people = tuple(structs.replace(each, **changes) if each.id == "ann" else each for each in POLICY.people)
    return structs.replace(POLICY, people=people)


@pytest.mark.parametrize(
    ("after", "own"),
    [
        (with_ann(name="Anna"), True),
        (with_ann(keys=()), True),
        (with_ann(name="Anna", keys=()), False),
        (with_ann(keys=(NEW,)), False),
        (with_ann(roles=("administrator",)), False),
        (with_ann(email="anna@example.org"), False),
        (structs.replace(with_ann(name="Anna"), covers=("ann",)), False),
        (structs.replace(POLICY, people=POLICY.people[1:]), False),
    ],
)
def test_people_change_their_own_name_or_end_their_own_keys_and_nothing_else(after: Policy, own: bool) -> None:
    assert is_own_change("ann", POLICY, after) is own
    assert not is_own_change("bob", POLICY, after)


def test_who_has_another_name_or_a_new_key_is_found() -> None:
    assert list(renamed(POLICY, with_ann(name="Anna"))) == [(POLICY.people[0], with_ann(name="Anna").people[0])]
    assert list(renamed(POLICY, with_ann(keys=()))) == []
    assert has_new_key(POLICY.people[0], with_ann(keys=(*POLICY.people[0].keys, NEW)).people[0])
    assert not has_new_key(POLICY.people[0], with_ann(keys=()).people[0])
