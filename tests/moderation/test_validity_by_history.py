from __future__ import annotations

import pytest
from msgspec import structs

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.endings import PolicyChange, endings_among
from reportkit.moderation.policy import Key, Person, Policy
from reportkit.moderation.store import SignerEvidence
from reportkit.moderation.validity_by_history import attribution
from tests.moderation.builders import CONTENT
from tests.moderation.people import POLICY, key_of
from tests.moderation.story import (
    LATER,
    TODAY,
    WEEK,
    Story,
    last_does_not_count,
    names,
    ready,
    reported,
    sign_off,
    signed,
)

BOBS = SignerEvidence(key=key_of("bob"), email="bob@example.org")
NEW = Key(key=key_of("new"))


def changed(person: str, **changes: object) -> Policy:
    def one(each: Person) -> Person:
        return structs.replace(each, **changes) if each.id == person else each

    return structs.replace(POLICY, people=tuple(map(one, POLICY.people)))


def without(person: str) -> Policy:
    return structs.replace(POLICY, people=tuple(each for each in POLICY.people if each.id != person))


ENDS = {
    "key": changed("bob", keys=()),
    "key replaced": changed("bob", keys=(NEW,)),
    "key of a past day": changed("bob", keys=(Key(key=key_of("bob"), until=TODAY - WEEK),)),
    "role": changed("bob", roles=("inspector",)),
    "a past day": changed("bob", until=TODAY - WEEK),
    "a first day": changed("bob", from_=LATER),
    "the person": without("bob"),
    "what the role may do": structs.replace(POLICY, may_decide=("head-of-programme",), covers=()),
}


def end(story: Story, policy: Policy) -> Story:
    """Someone changes the policy, having seen everything so far."""
    seen, known = frozenset(each.digest for each in story.entries), story.case.endings()

    def has_seen(entry: Entry) -> bool:
        return entry.digest in seen

    ending = endings_among([PolicyChange(story.policy, policy, has_seen)])
    story.case = structs.replace(story.case, endings=lambda: (*known, *ending))
    story.policy = policy
    return story


def by_bob(story: Story) -> Story:
    return story.sign_off("bob", evidence=BOBS)


@pytest.mark.parametrize("policy", ENDS.values(), ids=ENDS.keys())
def test_what_the_ending_act_has_seen_counts_for_good(policy: Policy) -> None:
    told = end(by_bob(ready()), policy).standing()
    assert told.set_aside == ()
    assert names(told.signed) == ["bob"]


@pytest.mark.parametrize("policy", [ENDS["key"], ENDS["key replaced"]])
def test_what_comes_in_after_the_key_was_ended_does_not_count(policy: Policy) -> None:
    story = by_bob(end(ready(), policy))
    last_does_not_count(story, "it came in after the key was ended")
    (aside,) = story.standing().set_aside
    assert len(aside.objections) == 1


@pytest.mark.parametrize("policy", [ENDS["role"], ENDS["a first day"], ENDS["the person"]])
def test_what_comes_in_after_the_role_was_ended_does_not_count(policy: Policy) -> None:
    story = end(ready(), policy).sign_off("bob", role="almo-co-ordinator")
    last_does_not_count(story, "it came in after")
    assert names(story.standing().signed) == []


def test_a_declared_time_before_the_end_makes_no_record_count() -> None:
    story = end(ready(), ENDS["key"])
    story.sign_off("bob", evidence=BOBS, at=story.entries[0].record.at)
    last_does_not_count(story, "it came in after the key was ended")


def test_it_counts_when_the_person_repeats_it_with_a_listed_key() -> None:
    story = by_bob(end(ready(), ENDS["key replaced"]))
    story.sign_off("bob", evidence=SignerEvidence(key=NEW.public))
    told = story.standing()
    assert [each.digest for each in told.signed] == [story.last]
    assert len(told.set_aside) == 1


def test_what_follows_from_what_was_signed_counts_too() -> None:
    story = end(signed().sent().heard(), without("ann")).decision()
    assert story.standing().stage == "decision"
    assert story.standing().set_aside == ()


def test_each_key_counts_for_what_was_recorded_until_it_was_ended() -> None:
    story = end(ready().sign_off("bob", evidence=BOBS), ENDS["key replaced"])
    story = end(story.sign_off("ann").sign_off("bob", evidence=SignerEvidence(key=NEW.public)), changed("bob", keys=()))
    assert story.standing().set_aside == ()
    story.sign_off("bob", evidence=SignerEvidence(key=NEW.public))
    last_does_not_count(story, "it came in after the key was ended")


def test_a_key_that_was_never_listed_does_not_count_whatever_was_ended() -> None:
    story = end(ready().sign_off("bob", evidence=SignerEvidence(key=key_of("eve"))), ENDS["key"])
    last_does_not_count(story, "it is signed with a key that is not Bob’s")


def test_another_address_ends_no_claim_that_was_made_before() -> None:
    story = end(ready().sign_off("bob"), changed("bob", email="hay@example.org"))
    assert names(story.standing().signed) == ["bob"]
    story.sign_off("bob")
    last_does_not_count(story, "it came in after Bob’s address was changed")


def test_what_an_administrator_entered_counts_after_they_left() -> None:
    story = ready()
    story = end(story.sign_off("bob", reported=reported(story)), without("gus"))
    assert names(story.standing().signed) == ["bob"]
    story.sign_off("bob", reported=reported(story))
    last_does_not_count(story, "it came in after")


def test_a_cover_counts_after_its_holder_left() -> None:
    story = end(ready().cover(), without("cat"))
    assert story.standing().set_aside == ()


def test_how_sure_it_is_is_told_by_the_keys_of_then() -> None:
    story = end(by_bob(ready()), ENDS["key"])
    assert attribution(story.entries[-1], story.policy, story.case).sure == "proven"
    by_bob(story)
    assert attribution(story.entries[-1], story.policy, story.case).sure is None


def test_history_is_not_asked_where_no_key_or_role_is_in_doubt() -> None:
    story = ready().submitted()
    asked: list[bool] = []
    story.case = structs.replace(story.case, endings=lambda: asked.append(True) or ())
    assert len(story.standing().set_aside) == 1
    assert asked == []


def test_a_decision_counts_after_its_role_may_decide_no_longer() -> None:
    decided = end(signed().sent().heard().decision("ann"), structs.replace(POLICY, may_decide=("head-of-programme",)))
    assert decided.standing().stage == "decision"
    assert decided.standing().set_aside == ()


def test_what_a_person_signed_who_stood_in_counts_after_they_may_not_stand_in() -> None:
    covered = ready().cover()
    signed_so = covered.sign_off("hal", role="senior-manager", cover=covered.last)
    told = end(signed_so, structs.replace(POLICY, covers=())).standing()
    assert names(told.signed) == ["hal"]
    assert told.set_aside == ()


def test_who_may_not_stand_in_any_more_signs_nothing_under_an_earlier_cover() -> None:
    covered = end(ready().cover(), structs.replace(POLICY, covers=()))
    cover = covered.last
    covered.sign_off("hal", role="senior-manager", cover=cover)
    last_does_not_count(covered, "it came in after Hal’s role was ended")


def joins_the_team(story: Story, person: str) -> Story:
    """The team saves inspection.yaml with one more member."""
    return story.writes(authors=story.case.authors | {person}, tree="2" * 40)


def test_who_joins_the_team_after_publication_takes_nothing_back() -> None:
    told = signed().sent().heard().decision()
    told.letters()
    told.tells("gus", told.publication())
    joins_the_team(told, "bob")
    assert told.standing().stage == "published"
    assert told.standing().set_aside == ()


def test_who_signs_what_they_are_an_author_of_does_not_count() -> None:
    story = joins_the_team(ready(), "bob")
    content = structs.replace(CONTENT, inspection=story.case.tree)
    story.add("bob", structs.replace(sign_off(), content=content))
    last_does_not_count(story, "is of the inspection’s team")
