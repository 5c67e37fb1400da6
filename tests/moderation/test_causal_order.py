from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportkit.moderation.causal_order import Chronicle, Entry, Hole, chronicle, heads_of
from reportkit.moderation.codec import digest_of, encode
from tests.moderation.builders import record


def entry(person: str, at: int, *seen: Entry) -> Entry:
    made = record("override", person=person, at=at, seen=tuple(sorted(each.digest for each in seen)))
    return Entry(digest=digest_of(encode(made)), record=made)


def who(told: Chronicle) -> list[str]:
    return [each.record.person for each in told]


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Any record: each entry saw any of those before it, and clocks say what they like."""
    made: list[Entry] = []
    for number in range(draw(st.integers(1, 8))):
        seen = draw(st.sets(st.sampled_from(range(number)), max_size=3)) if number else set()
        made.append(entry(f"p{number}", draw(st.integers(0, 5)), *(made[place] for place in seen)))
    return made


@given(histories(), st.randoms())
def test_the_order_does_not_depend_on_how_records_are_listed(made: list[Entry], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    assert chronicle(shuffled) == chronicle(made)


@given(histories())
def test_whatever_was_seen_stands_before_who_saw_it(made: list[Entry]) -> None:
    told = chronicle(made)
    places = {each.digest: place for place, each in enumerate(told)}
    assert len(places) == len(made)
    assert all(places[name] < places[each.digest] for each in made for name in each.record.seen)


@given(histories(), st.integers(0, 6), st.data())
def test_one_more_record_that_no_one_has_seen_moves_no_other(made: list[Entry], at: int, data: st.DataObject) -> None:
    seen = data.draw(st.sets(st.sampled_from(range(len(made)))))
    more = entry("late", at, *(made[place] for place in seen))
    assert [each for each in chronicle([*made, more]) if each != more] == list(chronicle(made))


@given(histories())
def test_the_past_of_a_record_is_all_that_its_writer_saw_through_others_too(made: list[Entry]) -> None:
    told = chronicle(made)
    by_digest = {each.digest: each for each in made}

    def past(digest: str) -> set[str]:
        return set().union(*({name} | past(name) for name in by_digest[digest].record.seen))

    for each in made:
        known = told.known_to(each)
        assert {other.digest for other in known} == past(each.digest)
        assert [other for other in told if told.seen(other.digest, each)] == list(known)


def test_of_two_that_did_not_see_each_other_the_earlier_clock_goes_first() -> None:
    first = entry("first", 5)
    assert who(chronicle([entry("late", 9, first), entry("early", 7, first), first])) == ["first", "early", "late"]


def test_a_clock_that_went_back_does_not_change_what_was_seen() -> None:
    first = entry("first", 9)
    assert who(chronicle([entry("second", 2, first), first])) == ["first", "second"]


def test_a_record_that_was_seen_and_is_gone_leaves_a_hole() -> None:
    first, other = entry("first", 1), entry("other", 1)
    second = entry("second", 2, first, other)
    told = chronicle([second, other])
    assert told.holes == (Hole(missing=first.digest, seen_by=second.digest),)
    assert who(told) == ["other", "second"]
    assert not told.seen(first.digest, second)


def test_the_heads_are_what_no_other_has_seen() -> None:
    assert heads_of({"c": (), "b": ("c", "gone"), "a": ("c",)}) == ("a", "b")
    assert heads_of({}) == ()


def test_an_empty_record_has_an_empty_order() -> None:
    assert chronicle([]) == Chronicle()
