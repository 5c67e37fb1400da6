"""Each line says what speaks against one record: by the record alone, given what its writer had seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec import structs

from reportkit.moderation import events as ev
from reportkit.moderation.record import OF_THE_HOUSE, IssuedDocument
from reportkit.moderation.store import SignerEvidence
from tests.every_case import every_case
from tests.moderation.builders import EXAMPLES, SOME
from tests.moderation.people import POLICY, key_of
from tests.moderation.story import (
    CASE,
    LATER,
    TODAY,
    Story,
    agreed,
    changed,
    cover,
    heard,
    last_does_not_count,
    meeting,
    names,
    prospects,
    ready,
    reported,
    sign_off,
    signed,
    whys,
)

REQUIRED = structs.replace(POLICY, signatures="required")


def covered(**changes: object) -> Story:
    story = ready().cover()
    return story.sign_off("hal", **{"role": "senior-manager", "cover": story.last, **changes})


def changed_cover(by: str = "flo", **changes: object) -> Story:
    return ready().add(by, cover(**changes))


def left_cover() -> Story:
    """Hal, who left yesterday, is to stand in."""
    yesterday = TODAY - dt.timedelta(1)
    people = tuple(structs.replace(each, until=yesterday) if each.id == "hal" else each for each in POLICY.people)
    return ready(structs.replace(POLICY, people=people)).cover()


def decided(by: str = "flo", **changes: object) -> Story:
    story = heard()
    return story.add(by, story.decided(**changes))


def undone(by: str = "bob", of: str = "") -> Story:
    story = signed().query()
    return story.reversal(by, of=of or story.last)


def withdrawn(by: str) -> Story:
    story = signed()
    return story.withdrawal(by, of=story.last)


def seen_then_undone() -> Story:
    story = signed().query()
    query = story.last
    return story.answer(query).reversal("bob", of=query)


def sent_then_undone() -> Story:
    story = signed().query(issued=(IssuedDocument(name="a.eml", digest=SOME),))
    return story.reversal("bob", of=story.last)


def withdrawn_twice() -> Story:
    story = signed()
    of = story.last
    return story.withdrawal("cat", of=of).withdrawal("cat", of=of)


def undone_twice() -> Story:
    story = signed().query()
    story.reversal("bob", of=story.last)
    return story.reversal("bob", of=story.last)


def answered_twice() -> Story:
    story = ready().query()
    query = story.last
    return story.answer(query).answer(query)


SPOKEN_AGAINST: dict[str, tuple[Callable[[], Story], str]] = {
    "in the wrong role": (
        lambda: ready().sign_off("bob", role="senior-manager"),
        "Bob is not senior manager on 2004-06-14",
    ),
    "in a role that does not moderate": (
        lambda: ready().sign_off("gus"),
        "Gus acts as administrator, which is not a role for this",
    ),
    "after their last day": (lambda: ready().sign_off("ida"), "Ida is not senior manager on 2004-06-14"),
    "by someone unknown": (
        lambda: ready().sign_off("zoe", role="senior-manager"),
        "policy.yaml lists no one called zoe",
    ),
    "under a forged name": (
        lambda: ready().sign_off("ann", evidence=SignerEvidence(email="eve@example.org")),
        "Git names eve@example.org, which is not Ann’s address",
    ),
    "with another's key": (
        lambda: ready().sign_off("ann", evidence=SignerEvidence(key=key_of("eve"))),
        "it is signed with a key that is not Ann’s",
    ),
    "unsigned where signatures are required": (
        lambda: Story(REQUIRED).submitted(),
        "it is not signed, and policy asks for signatures",
    ),
    "entered by someone who is no administrator": (
        lambda: ready().sign_off("ann", reported=reported(ready(), "bob")),
        "Bob, who entered the reply, is no administrator",
    ),
    "entered from a reply about another version": (
        lambda: ready().edits().sign_off("ann", reported=reported(ready())),
        "the code in the reply is that of another version",
    ),
    "a change of policy among an inspection's records": (
        lambda: ready().add("gus", EXAMPLES["policy-changed"]),
        "a change of policy and an acknowledgement concern all inspections",
    ),
    "copied from another inspection": (lambda: ready().sign_off("ann", inspection="birch"), "it is about birch"),
    "copied from another repository": (
        lambda: ready().sign_off("ann", repository="elsewhere"),
        "it was made in another repository",
    ),
    "copied from a demonstration": (
        lambda: ready().sign_off("ann", demonstration=True),
        "it is a demonstration’s record, and this is none, or the other way round",
    ),
    "before submission": (lambda: Story().sign_off("ann"), "the inspection was not submitted yet"),
    "submitted twice": (lambda: ready().submitted(), "the moderators have it already"),
    "before a meeting": (
        lambda: Story().submitted().sign_off("ann"),
        "no meeting of this round had agreed both judgements",
    ),
    "in a round that was over": (
        lambda: ready().meeting(service="?").sign_off("ann", round=1),
        "it is of round 1, and round 2 was on",
    ),
    "without the report": (
        lambda: ready().add("ann", sign_off(assessed=("evidence", "judgements"))),
        "evidence, judgements and report were not all assessed",
    ),
    "of the final report before a decision": (
        lambda: ready().sign_off("ann", stage="final", decision=SOME),
        "it is of the final report, and the draft one was to be signed",
    ),
    "in a second role": (
        lambda: ready().sign_off("jo").sign_off("jo", role="senior-manager"),
        "the same person had signed as ALMO co-ordinator",
    ),
    "by an author": (
        lambda: ready().sign_off("kim", role="senior-manager"),
        "Kim is of the inspection’s team, and policy keeps authors from signing",
    ),
    "refused by an author": (
        lambda: ready().refusal("kim", role="senior-manager"),
        "Kim is of the inspection’s team, and policy keeps authors from signing",
    ),
    "under no cover": (
        lambda: covered(cover=SOME),
        "Hal acts under a cover that is not in the record",
    ),
    "after the cover": (
        lambda: ready().cover().waits(8).sign_off("hal", role="senior-manager", cover=covered().entries[2].digest),
        "the cover is from 2004-06-14 until 2004-06-21, and this is of 2004-06-22",
    ),
    "under a cover of another role": (
        lambda: covered(role="almo-co-ordinator"),
        "the cover is for Hal as senior manager, not for Hal as ALMO co-ordinator",
    ),
    "a cover by someone else": (
        lambda: changed_cover("bob"),
        "a cover is recorded by the role’s holder, or by the head of programme",
    ),
    "a cover by who policy does not name": (
        lambda: changed_cover(stand_in="gus"),
        "policy.yaml does not list Gus under `covers`: an administrator adds those who may stand in",
    ),
    "a cover by someone who has left": (
        left_cover,
        "Hal does not act for the inspectorate on 2004-06-14",
    ),
    "a cover by an author": (
        lambda: changed_cover(stand_in="kim"),
        "Kim is of the inspection’s team, and policy keeps authors from signing",
    ),
    "a cover for who does not hold the role": (
        lambda: changed_cover(holder="bob"),
        "Bob does not sign as senior manager on 2004-06-14",
    ),
    "a query due before it was asked": (
        lambda: ready().add("bob", ev.Query(asks="When?", of="Mo", by=TODAY - dt.timedelta(1))),
        "an answer by 2004-06-13 was due before it was asked for",
    ),
    "an answer to nothing": (
        lambda: ready().answer(SOME),
        "555555555555 is no query that waits for an answer",
    ),
    "a meeting of people unknown": (
        lambda: Story().submitted().add("ann", meeting(present=("ann", "zoe"))),
        "the meeting names zoe, whom policy.yaml does not list",
    ),
    "a meeting to come": (
        lambda: Story().submitted().add("ann", meeting(date=LATER)),
        "the meeting of 2004-06-21 had not taken place yet",
    ),
    "another's sign-off withdrawn": (lambda: withdrawn("bob"), "only the person who gave it can take it back"),
    "withdrawn twice": (withdrawn_twice, "it was taken back already"),
    "nothing withdrawn": (
        lambda: ready().withdrawal("ann", of=SOME),
        "555555555555 is no sign-off or query that could be withdrawn",
    ),
    "moderation itself set aside": (lambda: ready().override("I02"), "I02 cannot be set aside"),
    "set aside by who may not": (
        lambda: ready().override("E05", by="bob"),
        "Bob acts as ALMO co-ordinator, which is not a role for this",
    ),
    "decided by who may not": (
        lambda: decided("bob"),
        "Bob acts as ALMO co-ordinator, which is not a role for this",
    ),
    "decided without sign-offs": (
        lambda: ready().sign_off("ann").decision(),
        "it is not signed by the ALMO co-ordinator, the senior manager",
    ),
    "decided on other sign-offs": (
        lambda: decided(rests_on=(SOME,)),
        "it does not rest on the sign-offs that hold",
    ),
    "decided with a query open": (
        lambda: heard().query().decision(),
        "a query is open, or a moderator does not agree",
    ),
    "decided twice": (
        lambda: heard().decision().decision(),
        "a decision was recorded already: a query, a meeting or a comment would reopen it",
    ),
    "decided from another score": (
        lambda: decided(service=changed("excellent", "fair")),
        "on how good the service is moderators agreed on good, and this is from excellent",
    ),
    "decided on other prospects": (
        lambda: decided(prospects=prospects("excellent")),
        "on the prospects moderators agreed on promising, and this is from excellent",
    ),
    "undone by someone else": (lambda: undone("cat"), "only one’s own last act can be undone"),
    "undone though seen": (
        seen_then_undone,
        "another person has seen it: withdraw it, or record what is right now",
    ),
    "undone though sent out": (sent_then_undone, "what was sent out cannot be undone"),
    "nothing undone": (lambda: undone(of=SOME), "555555555555 is no act that could be undone"),
    "an undoing undone": (undone_twice, "is no act that could be undone"),
    "answered twice": (answered_twice, "is no query that waits for an answer"),
}


@every_case(("tell", "why"), SPOKEN_AGAINST.values(), ids=SPOKEN_AGAINST.keys())
def test_a_record_does_not_count_and_it_is_said_why(tell: Callable[[], Story], why: str) -> None:
    last_does_not_count(tell(), why)


def test_a_sign_off_before_the_answer_does_not_count_even_after_it() -> None:
    story = ready().query()
    query = story.last
    story.sign_off("ann")
    assert whys(story.standing()) == [f"the query {query[:12]} was not answered"]
    assert names(story.answer(query).standing().signed) == []


def test_a_sign_off_that_did_not_know_of_a_query_counts_once_it_is_answered() -> None:
    story = ready()
    seen = story.now
    story.query(seen=seen).sign_off("ann", seen=seen).answer(story.entries[-2].digest)
    assert names(story.standing().signed) == ["ann"]


def test_a_holder_may_record_their_own_cover() -> None:
    story = ready().add("cat", cover())
    assert story.sign_off("hal", role="senior-manager", cover=story.last).standing().set_aside == ()


def test_a_cover_that_was_undone_covers_nothing_from_then_on() -> None:
    story = ready().cover()
    covering = story.last
    story.reversal("flo", of=covering).sign_off("hal", role="senior-manager", cover=covering)
    assert whys(story.standing()) == ["Hal acts under a cover that is not in the record"]


def test_a_stand_in_who_left_does_not_sign() -> None:
    story = covered()
    people = tuple(
        structs.replace(each, until=TODAY - dt.timedelta(1)) if each.id == "hal" else each for each in POLICY.people
    )
    story.policy = structs.replace(POLICY, people=people)
    assert "Hal does not act for the inspectorate on 2004-06-14" in whys(story.standing())


@pytest.mark.parametrize("event", ["policy-changed"])
def test_what_concerns_all_inspections_is_judged_too(event: str) -> None:
    story = Story(case=structs.replace(CASE, inspection=OF_THE_HOUSE))
    story.add("gus", EXAMPLES[event], inspection=OF_THE_HOUSE, subject=None)
    assert story.standing().set_aside == ()
    story.add("ann", EXAMPLES[event], inspection=OF_THE_HOUSE, subject=None)
    assert whys(story.standing()) == ["Ann acts as regional lead inspector, which is not a role for this"]


def test_the_outcomes_of_the_tests_are_as_they_say() -> None:
    assert (agreed("good").begins, changed("good", "fair").begins) == ("good", "good")
    assert meeting(service="?").service.begins is None
