from __future__ import annotations

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.moderation import events as ev
from reportkit.moderation.causal_order import Entry, chronicle
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.lazy import once
from reportkit.moderation.ledger import Ledger
from tests.moderation.builders import EXAMPLES, record
from tests.moderation.story import cover, meeting, ready, signed

COME_TO = [name for name, each in vars(Ledger).items() if isinstance(each, property | once)]
POINTING = {"answer": "query", "withdrawal": "of", "reversal": "of"}


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    """Records of every event in any order, each by someone who had seen any of those before."""
    made: list[Entry] = []
    for number in range(draw(st.integers(0, 9))):
        event = draw(st.sampled_from([event for event in EXAMPLES if event != "policy-changed"]))
        earlier = [each.digest for each in made]
        details: ev.Details = EXAMPLES[event]
        if event == "meeting":
            details = meeting(draw(st.sampled_from(("good", "?"))))
        if event in POINTING and earlier:
            details = type(details)(**{**_facts(details), POINTING[event]: draw(st.sampled_from(earlier))})
        seen = tuple(sorted(draw(st.sets(st.sampled_from(earlier))))) if earlier else ()
        round_ = draw(st.integers(1, 2))
        who = draw(st.sampled_from(("ann", "bob")))
        each = record(event, details=details, seen=seen, round=round_, person=who, at=1000 + number)
        made.append(Entry(digest=digest_of(encode(each)), record=each))
    return made


def _facts(details: ev.Details) -> dict[str, object]:
    return {name: getattr(details, name) for name in details.__struct_fields__}


def grown(entries: list[Entry]) -> Ledger:
    """Return a ledger to which one record after the other was added, and asked each time."""
    ledger = Ledger(chronicle(entries))
    for entry in ledger.chronicle:
        come_to(ledger)
        ledger = ledger.with_one_more(entry)
    return ledger


def come_to(ledger: Ledger) -> dict[str, object]:
    return {name: getattr(ledger, name) for name in COME_TO}


@settings(max_examples=200)
@given(records())
def test_records_that_are_added_one_by_one_come_to_the_same_as_all_at_once(made: list[Entry]) -> None:
    told = chronicle(made)
    assert grown(made) == Ledger(told, told.entries)
    assert come_to(grown(made)) == come_to(Ledger(told, told.entries))


@given(records())
def test_what_a_writer_knew_is_what_they_had_seen_of_what_counts(made: list[Entry]) -> None:
    ledger = grown(made)
    for entry in ledger.chronicle:
        seen = [each for each in ledger.taken if ledger.chronicle.seen(each.digest, entry)]
        assert list(ledger.known_to(entry).taken) == seen


def test_what_it_comes_to_is_not_of_no_record_only() -> None:
    story = signed()
    assert {"submission", "round", "agreed", "undone", "open_queries"} <= {*COME_TO}
    assert (story.ledger.round, story.ledger.open_queries) == (1, ())
    assert story.reversal("cat", story.last).ledger.undone == {story.entries[-2].digest}


def test_the_records_of_one_event_are_told_in_order_without_those_that_were_undone() -> None:
    story = ready().query("ann").query("bob")
    first, second = story.entries[-2:]
    assert [entry for entry, _ in story.ledger.of(ev.Query)] == [first, second]
    assert [entry for entry, _ in story.reversal("bob", story.last).ledger.of(ev.Query)] == [first]


def test_a_record_is_found_by_its_digest_where_it_counts() -> None:
    story = ready().cover()
    ledger = story.ledger
    assert ledger.find(story.last) == story.entries[-1]
    assert cast("Entry", ledger.find(story.last)).record.details == cover()
    assert story.sign_off("gus").ledger.find(story.last) is None


def test_who_had_seen_a_submission_and_goes_on_makes_its_reversal_void() -> None:
    def made(event: str, details: ev.Details, seen: tuple[str, ...] = (), person: str = "ann", at: int = 1) -> Entry:
        each = record(event, details=details, seen=seen, person=person, at=at)
        return Entry(digest=digest_of(encode(each)), record=each)

    handed_in = made("submitted", EXAMPLES["submitted"])
    undone = made("reversal", ev.Reversal(of=handed_in.digest), (handed_in.digest,), at=2)
    again = made("submitted", EXAMPLES["submitted"], at=3)
    met = made("meeting", meeting("good"), (handed_in.digest,), "bob", at=4)
    ledger = grown([handed_in, undone, again])
    assert ledger.submission == again
    assert grown([handed_in, undone, again, met]).submission == handed_in
