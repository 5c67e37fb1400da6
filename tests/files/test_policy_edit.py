"""policy.yaml edited as text: the one thing changes, and every other byte stays."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.errors import Refused
from reportkit.files.policy_edit import with_key, with_person, with_until, without_key
from reportkit.moderation.policy import Key, Person
from reportkit.reading.policy import policy_from

BLOCK = """\
# Ours.
demonstration: false
people:
  - id: ann   # the first
    name: Ann Lee
    email: ann@example.org
    roles: [senior-manager]

  # Bob came later.
  - id: bob
    name: Bob Hay
    email: bob@example.org
    keys:
      - key: ssh-ed25519 AAAAbob bob
        until: 2004-01-01

covers: [bob]  # for now
"""
FLOW = "people:\n  - {id: ann, name: Ann Lee, email: ann@example.org}\nsignatures: optional\n"
DAY = dt.date(2004, 6, 30)
KEY = Key(key="ssh-ed25519 AAAAann ann: 'x' # at home")


def edited(edit, text: str, *given: object) -> str:
    return edit(text.encode(), *given).decode()


def test_a_last_day_stands_behind_what_is_known_of_the_person() -> None:
    told = edited(with_until, BLOCK, "ann", DAY)
    assert told == BLOCK.replace("roles: [senior-manager]\n", "roles: [senior-manager]\n    until: 2004-06-30\n")


def test_a_last_day_that_is_there_is_replaced() -> None:
    once = edited(with_until, BLOCK, "bob", DAY)
    again = edited(with_until, once, "bob", dt.date(2005, 1, 1))
    assert again == once.replace("2004-06-30", "2005-01-01")


def test_a_person_in_braces_is_changed_within_them() -> None:
    assert edited(with_until, FLOW, "ann", DAY) == FLOW.replace("org}", "org, until: 2004-06-30}")
    told = policy_from(with_key(FLOW.encode(), "ann", KEY))
    assert told.people[0].keys == (KEY,)


def test_a_key_more_leaves_the_others_and_what_follows() -> None:
    told = edited(with_key, BLOCK, "bob", KEY)
    assert told.endswith("\n\ncovers: [bob]  # for now\n")
    assert [key.public for key in policy_from(told.encode()).people[1].keys] == [
        "ssh-ed25519 AAAAbob",
        "ssh-ed25519 AAAAann",
    ]


def test_a_key_less_leaves_the_person() -> None:
    told = edited(without_key, BLOCK, "bob", "ssh-ed25519 AAAAbob")
    assert policy_from(told.encode()).people[1].keys == ()
    assert "# Bob came later." in told


def test_a_person_more_stands_at_the_end_of_the_list() -> None:
    new = Person(id="cat", name="Cat: Roy", email="cat@example.org", roles=("inspector",), keys=(KEY,), from_=DAY)
    told = with_person(BLOCK.encode(), new)
    assert policy_from(told).people[2] == new
    assert told.decode().startswith(BLOCK.partition("\n\ncovers")[0])


@pytest.mark.parametrize("text", [BLOCK, FLOW, BLOCK.replace("\n", "\r\n")])
def test_any_layout_is_changed_right_or_not_at_all(text: str) -> None:
    old = policy_from(text.encode())
    for edit, given in ((with_until, DAY), (with_key, KEY)):
        told = policy_from(edit(text.encode(), "ann", given))
        assert told.people[1:] == old.people[1:]


def test_who_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="lists no one called"):
        with_key(BLOCK.encode(), "eve", KEY)
