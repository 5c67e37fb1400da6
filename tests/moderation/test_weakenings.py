from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.moderation.policy import Key, Person, Policy
from reportkit.moderation.weakenings import Weakening, weakenings
from reportkit.moderation.words import MODERATORS
from tests.moderation.people import POLICY, key_of, person

DAY = dt.date(2004, 6, 1)
STRICT = Policy(
    people=(person("Ann", "regional-lead-inspector", region="Northern", from_=DAY, until=DAY),),
    roles=(*MODERATORS, "head-of-programme"),
    signatures="required",
    enough=("proven",),
    final="always",
    comment_period=15,
    may_decide=("head-of-programme",),
    may_override=("head-of-programme",),
    may_correspond=("administrator",),
    may_answer=("inspector",),
    author_may_answer=False,
    may_notify=("administrator",),
    may_clear=("head-of-programme",),
)


def policy(**changes: object) -> Policy:
    return structs.replace(STRICT, **changes)


def ann(**changes: object) -> Policy:
    return policy(people=(structs.replace(STRICT.people[0], **changes),))


LATER, OTHER = DAY + dt.timedelta(1), Key(key="ssh-ed25519 OTHER")
WEAKER = {
    "demonstration": (policy(demonstration=True), "`demonstration` was changed, which `init` fixed for good"),
    "signatures": (policy(signatures="optional"), "signatures are no longer required"),
    "authors": (policy(author_may_sign=True), "authors may sign off their own inspections"),
    "final": (policy(final="where-changed"), "not everyone signs again after the comments"),
    "comments": (policy(comment_period=10), "comments have 10 working days"),
    "roles": (policy(roles=MODERATORS), "the head of programme need no longer sign"),
    "enough": (policy(enough=("proven", "claimed")), "a sign-off that is only claimed is enough"),
    "decide": (policy(may_decide=("head-of-programme", "inspector")), "the inspector may decide"),
    "override": (policy(may_override=("head-of-programme", "inspector")), "the inspector may set rules aside"),
    "correspond": (
        policy(may_correspond=("administrator", "inspector")),
        "the inspector may send drafts and enter comments",
    ),
    "answer": (policy(may_answer=("inspector", "senior-manager")), "the senior manager may answer comments"),
    "author's answer": (policy(author_may_answer=True), "authors may answer comments on their own findings"),
    "send again": (policy(send_again=False), "a draft that got worse need not be sent again"),
    "notify": (policy(may_notify=("administrator", "inspector")), "the inspector may issue the letters and publish"),
    "clear": (policy(may_clear=("head-of-programme", "inspector")), "the inspector may clear sensitive findings"),
    "covers": (policy(covers=("ann",)), "Ann may stand in for others"),
    "left out": (policy(people=()), "Ann is no longer listed, so that their records cannot be checked"),
    "e-mail": (ann(email="eve@example.org"), "Ann has another e-mail address"),
    "region": (ann(region="London"), "Ann is of another region: London"),
    "no region": (ann(region=None), "Ann is of another region: none"),
    "from": (ann(from_=None), "Ann holds their roles from an earlier day"),
    "until": (ann(until=LATER), "Ann holds their roles for longer"),
    "no end": (ann(until=None), "Ann holds their roles for longer"),
    "key": (ann(keys=(*STRICT.people[0].keys, OTHER)), "Ann has a key more"),
    "role": (ann(roles=("regional-lead-inspector", "administrator")), "Ann is administrator now"),
}


@pytest.mark.parametrize(("new", "what"), WEAKER.values(), ids=WEAKER.keys())
def test_whatever_is_easier_than_before_is_told(new: Policy, what: str) -> None:
    assert [str(each) for each in weakenings(STRICT, new)] == [what]


def test_a_key_that_counts_for_longer_is_told() -> None:
    old, new = (ann(keys=(Key(key=key_of("ann"), until=until),)) for until in (DAY, None))
    assert weakenings(old, new) == (Weakening("ann", "Ann has a key that counts for longer"),)


def test_someone_new_is_told_with_each_role_and_key() -> None:
    new = policy(people=(*STRICT.people, person("Eve", "senior-manager", "administrator", region="London")))
    told = [str(each) for each in weakenings(STRICT, new)]
    assert told == ["Eve has a key more", "Eve is senior manager now", "Eve is administrator now"]


def test_someone_new_who_may_do_nothing_weakens_nothing() -> None:
    nobody = Person(id="zoe", name="Zoe", email="zoe@example.org")
    assert weakenings(STRICT, policy(people=(*STRICT.people, nobody))) == ()


def test_nothing_is_told_where_policy_is_stricter_or_the_same() -> None:
    stricter = policy(covers=(), comment_period=20, people=(structs.replace(STRICT.people[0], keys=(), roles=()),))
    assert weakenings(STRICT, stricter) == ()
    assert weakenings(POLICY, POLICY) == ()
