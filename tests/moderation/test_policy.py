from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.moderation.policy import Key
from tests.moderation.people import POLICY, person

MAY, JUNE = dt.date(2004, 5, 31), dt.date(2004, 6, 1)


def test_a_role_is_held_from_one_day_until_another_both_included() -> None:
    ida = person("Ida", "senior-manager", from_=MAY, until=JUNE)
    days = [MAY - dt.timedelta(1), MAY, JUNE, JUNE + dt.timedelta(1)]
    assert [ida.holds("senior-manager", day) for day in days] == [False, True, True, False]
    assert not ida.holds("administrator", MAY)


def test_the_holders_of_a_role_change_with_the_day() -> None:
    assert [each.name for each in POLICY.holders("senior-manager", MAY)] == ["Cat", "Dan", "Ida", "Jo", "Kim"]
    assert [each.name for each in POLICY.holders("senior-manager", JUNE)] == ["Cat", "Dan", "Jo", "Kim"]


def test_keys_are_compared_without_their_comments_and_end_with_their_last_day() -> None:
    ann = person("Ann", keys=(Key(key="ssh-ed25519 AAAA ann@laptop", until=MAY),))
    assert ann.owns("ssh-ed25519 AAAA", MAY)
    assert not ann.owns("ssh-ed25519 AAAA", JUNE)
    assert not ann.owns("ssh-ed25519 BBBB", MAY)


def test_people_are_found_by_id_and_called_by_name() -> None:
    assert POLICY.person("ann") == POLICY.people[0]
    assert POLICY.person("zoe") is None
    assert (POLICY.name_of("ann"), POLICY.name_of("zoe")) == ("Ann", "zoe")


def test_two_people_of_one_name_are_told_apart_by_their_ids() -> None:
    both = structs.replace(POLICY, people=(*POLICY.people, structs.replace(person("Ann"), id="ann-2", name="ANN")))
    assert [both.name_of(each) for each in ("ann", "ann-2", "bob")] == ["Ann (ann)", "ANN (ann-2)", "Bob"]
    assert both.own_name("ann") == "Ann"
