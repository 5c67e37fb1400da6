from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.moderation.ended_duties import describe_ended_duties
from reportkit.moderation.policy import Policy
from tests.moderation.people import POLICY
from tests.moderation.story import LATER, TODAY, Story, ready, signed


def changed(name: str, **changes: object) -> Policy:
    """Return the tests' policy with something else about one person."""
    people = tuple(structs.replace(each, **changes) if each.id == name else each for each in POLICY.people)
    return structs.replace(POLICY, people=people)


def ended(story: Story, new: Policy, today: dt.date = TODAY) -> list[str]:
    return list(describe_ended_duties(story.ledger, POLICY, new, today))


def test_the_open_sign_off_of_a_person_who_leaves_is_named_with_who_can_sign_instead() -> None:
    assert ended(ready(), changed("bob", until=LATER)) == [
        "the open sign-off of Bob as ALMO co-ordinator; Jo can sign instead"
    ]
    assert ended(ready().sign_off("bob"), changed("bob", until=LATER)) == []
    without_jo = structs.replace(POLICY, people=tuple(each for each in POLICY.people if each.id not in ("jo", "bob")))
    assert "the open sign-off of Bob as ALMO co-ordinator; no other person can sign" in ended(ready(), without_jo)


def test_nothing_is_named_before_moderation_and_after_publication() -> None:
    without_bob = changed("bob", roles=())
    assert ended(Story(), without_bob) == []
    told = signed().sent().heard().decision()
    told.letters()
    assert ended(told, without_bob) == []
    published = told.tells("gus", told.publication())
    assert ended(published, structs.replace(POLICY, people=(), covers=())) == []


def test_a_cover_ends_with_the_person_who_stands_in_and_not_with_a_later_day() -> None:
    covered = ready().cover()
    (cover,) = [each.record.details for each in covered.entries if each.record.event == "cover"]
    left = ended(covered, changed(cover.stand_in, until=cover.until - dt.timedelta(1)))
    assert left[0].startswith("the cover under which ")
    assert left[0].endswith(f" until {cover.until}")
    assert ended(covered, structs.replace(POLICY, covers=()))[:1] == left[:1]
    assert not any("cover" in each for each in ended(covered, changed(cover.stand_in, until=cover.until)))
    assert ended(covered, structs.replace(POLICY, covers=()), cover.until + dt.timedelta(1)) == []


def test_sign_offs_that_are_asked_for_again_after_the_decision_are_named() -> None:
    decided = signed().sent().heard().decision()
    asked = ended(decided, structs.replace(POLICY, final="always"))
    assert "the sign-off of Bob as ALMO co-ordinator, asked for again" in asked
    assert len(asked) == len(POLICY.roles)
