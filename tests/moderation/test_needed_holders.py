from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.moderation.needed_holders import needs_left_open
from reportkit.moderation.policy import Policy
from tests.moderation.people import POLICY, person

DAY = dt.date(2004, 6, 30)


def changed(name: str, **changes: object) -> Policy:
    """Return the tests' policy with something else about one person."""
    people = tuple(structs.replace(each, **changes) if each.id == name else each for each in POLICY.people)
    return structs.replace(POLICY, people=people)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("gus", ["is administrator"]),
        ("ann", []),  # Eve is one, too
        ("bob", []),  # and Jo
        ("flo", []),  # what she may, others may as well
    ],
)
def test_the_last_holder_of_what_policy_needs_cannot_leave(name: str, what: list[str]) -> None:
    assert [each.what for each in needs_left_open(POLICY, changed(name, until=DAY))] == what
    assert [each.what for each in needs_left_open(POLICY, changed(name, roles=()))] == what


def test_a_role_that_must_sign_is_needed_once_a_person_holds_it() -> None:
    without_jo = structs.replace(POLICY, people=tuple(each for each in POLICY.people if each.id != "jo"))
    without_both = structs.replace(without_jo, people=tuple(each for each in without_jo.people if each.id != "bob"))
    assert [each.what for each in needs_left_open(without_jo, without_both)] == ["signs off as ALMO co-ordinator"]
    assert list(needs_left_open(without_both, without_both)) == []


def test_who_has_a_last_day_meets_no_need() -> None:
    one = Policy(people=(person("Gus", "administrator"), person("Ida", "administrator", until=DAY)))
    need = next(needs_left_open(one, structs.replace(one, people=one.people[1:])))
    assert need.roles == ("administrator",)
