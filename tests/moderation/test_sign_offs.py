"""What holds of every record there can be, however its acts were mixed up between laptops."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.moderation.causal_order import heads_of
from reportkit.moderation.words import MODERATORS
from tests.moderation.builders import SOME
from tests.moderation.story import Story, ready, signed

PEOPLE = ("ann", "bob", "cat", "dan", *("jo",) * 3)
ACTS = (
    *("sign-off",) * 3,
    *("refusal", "withdrawal", "query", "answer", "meeting", "more", "undo"),
    *("send", "comment", "decide"),
)


def moment(draw: st.DrawFn, story: Story) -> tuple[str, ...]:
    """Return what someone knows who has not heard of the newest acts."""
    kept = story.entries[: draw(st.just(len(story.entries)) | st.integers(2, len(story.entries)))]
    return heads_of({entry.digest: entry.record.seen for entry in kept})


def act(draw: st.DrawFn, story: Story) -> None:
    target, seen = draw(st.sampled_from(story.entries)), moment(draw, story)
    kind = draw(st.sampled_from(ACTS))
    own = kind in ("withdrawal", "undo") and draw(st.booleans())
    person, of = target.record.person if own else draw(st.sampled_from(PEOPLE)), target.digest
    role = draw(st.sampled_from(story.policy.person(person).roles))
    does: dict[str, Callable[[], Story]] = {
        "sign-off": lambda: story.sign_off(person, role=role, seen=seen),
        "refusal": lambda: story.refusal(person, role=role, seen=seen),
        "withdrawal": lambda: story.withdrawal(person, of=of, seen=seen),
        "query": lambda: story.query(seen=seen),
        "answer": lambda: story.answer(of, seen=seen),
        "meeting": lambda: story.meeting(seen=seen),
        "more": lambda: story.meeting(service="?", seen=seen),
        "undo": lambda: story.reversal(person, of=of, seen=seen),
        "send": lambda: story.sent(seen=seen),
        "comment": lambda: story.comment("authority", "almo", says=draw(st.none() | st.just("No.")), seen=seen),
        "decide": lambda: story.decision(seen=seen),
    }
    does[kind]()


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Submitted and agreed on; then anyone does anything, knowing as little as they like."""
    story = ready()
    for _ in range(draw(st.integers(0, 7))):
        act(draw, story)
    return story


def filled(story: Story) -> set[str]:
    return {entry.record.role for entry in story.standing().signed}


@settings(max_examples=40)
@given(stories(), st.randoms())
def test_standing_does_not_depend_on_how_records_are_listed(story: Story, random: object) -> None:
    before = story.standing()
    random.shuffle(story.entries)
    assert story.standing() == before


@settings(max_examples=40)
@given(stories())
def test_nothing_is_ever_signed_by_fewer_people_than_roles(story: Story) -> None:
    told = story.standing()
    people = {entry.record.person for entry in told.signed}
    assert len(people) == len(told.signed) == len(filled(story))
    if not told.blockers:
        assert filled(story) >= set(MODERATORS)
        assert len(people) >= 3


@settings(max_examples=60)
@given(stories(), st.data())
def test_one_more_withdrawal_never_makes_more_signed(story: Story, data: st.DataObject) -> None:
    before = filled(story)
    of = data.draw(st.sampled_from(story.entries))
    person = data.draw(st.sampled_from((of.record.person, *PEOPLE)))
    story.withdrawal(person, of=of.digest, seen=data.draw(st.just((of.digest,)) | st.just(story.now)))
    assert filled(story) <= before


@settings(max_examples=40)
@given(stories())
def test_a_record_that_counts_goes_on_counting_whatever_comes_later(story: Story) -> None:
    entries, taken = list(story.entries), []
    for number in range(1, len(entries) + 1):
        story.entries = entries[:number]
        taken.append({entry.digest for entry in story.ledger.taken})
    assert all(earlier <= later for earlier, later in pairwise(taken))


@settings(max_examples=30)
@given(stories())
def test_an_edit_leaves_nothing_signed(story: Story) -> None:
    assert story.edits().standing().signed == ()


def test_a_sign_off_of_content_that_never_was_is_lapsed_from_the_start() -> None:
    told = ready().sign_off("ann", subject=SOME).standing()
    assert [each.why for each in told.lapsed] == ["the inspection changed since"]


def test_every_order_of_three_sign_offs_comes_to_the_same() -> None:
    one = signed()
    other = ready().signed_by("cat", "ann", "bob")
    assert filled(one) == filled(other) == set(MODERATORS)
