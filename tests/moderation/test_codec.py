from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Damaged, Newer, Refused
from reportkit.moderation.all_events import EVENTS
from reportkit.moderation.codec import (
    LARGEST,
    _at_once,
    _step_by_step,
    digest_of,
    encode,
    event_in,
    file_name,
    parse,
)
from reportkit.moderation.events import Withdrawal
from reportkit.moderation.record import Record
from tests.every_case import every_case
from tests.moderation.builders import ASHBY, EXAMPLES, any_record, record

EVERY = st.sampled_from(tuple(EVENTS)).flatmap(any_record)


def by_hand(raw: object) -> bytes:
    """Return the canonical form as any other program would write it."""
    return json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def test_the_examples_are_of_every_event() -> None:
    assert EXAMPLES.keys() == EVENTS.keys()


@every_case("event", EVENTS)
def test_each_event_comes_back_as_it_was(event: str) -> None:
    assert parse(encode(record(event))) == record(event)
    assert parse(encode(record(event))).event == event


@settings(max_examples=150)
@given(EVERY)
def test_any_record_comes_back_as_it_was(any_: Record) -> None:
    assert parse(encode(any_)) == any_


@settings(max_examples=50)
@given(EVERY)
def test_the_bytes_are_those_that_any_json_library_writes(any_: Record) -> None:
    assert by_hand(json.loads(encode(any_))) == encode(any_)


@settings(max_examples=50)
@given(EVERY, st.data())
def test_no_byte_can_be_changed_and_still_give_the_same_record(any_: Record, data: st.DataObject) -> None:
    whole = bytearray(encode(any_))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with suppress(Damaged, Newer):
        assert parse(bytes(whole)) != any_


@settings(max_examples=100)
@given(EVERY, st.data())
def test_what_is_read_at_once_is_what_is_read_step_by_step(any_: Record, data: st.DataObject) -> None:
    whole = encode(any_)
    assert _at_once(whole) == _step_by_step(whole) == any_
    place = data.draw(st.integers(0, len(whole) - 1))
    altered = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + 1 :]
    assert _at_once(altered) == step_by_step(altered)


def step_by_step(data: bytes) -> Record | None:
    with suppress(Damaged, Newer):
        return _step_by_step(data)
    return None


def test_a_record_reads_like_this() -> None:
    expected = (
        '{"at":1087203600,"details":{"of":"' + "5" * 64 + '","reason":"I read it again."},"event":"withdrawal",'
        '"inspection":"ashby-homes-2003","person":"ann","policy":"' + "b" * 64 + '",'
        '"repository":"7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914","role":"regional-lead-inspector","round":1,"schema":1,'
        '"subject":"' + "a" * 64 + '"}\n'
    )
    assert encode(record("withdrawal")).decode() == expected


def test_a_file_is_named_by_time_event_and_digest() -> None:
    data = encode(record("withdrawal"))
    name = file_name(data)
    assert name == f"20040614T090000Z-withdrawal-{digest_of(data)[:12]}.json"
    assert event_in(name) == "withdrawal"
    assert event_in(f"{name}.sig") == ""


def changed(**changes: object) -> bytes:
    return by_hand({**json.loads(encode(record("withdrawal"))), **changes})


def details(**changes: object) -> bytes:
    raw = json.loads(encode(record("withdrawal")))
    return by_hand({**raw, "details": {**raw["details"], **changes}})


PLAIN = encode(record("withdrawal"))
REFUSED = {
    "nothing at all": (b"", "cannot be read"),
    "a list": (b"[]\n", "it is not a record"),
    "half a record": (PLAIN[:-9], "cannot be read"),
    "no newline at its end": (PLAIN[:-1], "the one way"),
    "two newlines at its end": (PLAIN + b"\n", "the one way"),
    "a Windows line end": (PLAIN[:-1] + b"\r\n", "the one way"),
    "a byte order mark": (b"\xef\xbb\xbf" + PLAIN, "cannot be read"),
    "a space between": (PLAIN.replace(b":", b": ", 1), "the one way"),
    "keys in another order": (json.dumps(dict(reversed(json.loads(PLAIN).items()))).encode(), "the one way"),
    "a key given twice": (PLAIN.replace(b'"schema":1', b'"schema":1,"schema":1'), "the one way"),
    "a letter escaped that need not be": (PLAIN.replace(b"read", b"\\u0072ead"), "the one way"),
    "a default written out": (changed(demonstration=False), "the one way"),
    "an event that is no word": (changed(event="Promotion!"), "'Promotion!'"),
    "no event": (changed(event=None), "None"),
    "an unknown field": (changed(mood="good"), "mood"),
    "an unknown field of the event": (details(mood="good"), "mood"),
    "a field that is missing": (by_hand({k: v for k, v in json.loads(PLAIN).items() if k != "person"}), "person"),
    "details that are missing": (changed(details=None), "object"),
    "an older form": (changed(schema=0), "it is of form 0"),
    "a form that is a truth": (changed(schema=True), "schema"),
    "a number with a point": (changed(at=1.5), "at"),
    "a whole number with a point": (PLAIN.replace(b'"round":1', b'"round":1.0'), "round"),
    "a number that is not one": (PLAIN.replace(b'"round":1', b'"round":NaN'), "cannot be read"),
    "a number without end": (PLAIN.replace(b'"round":1', b'"round":Infinity'), "cannot be read"),
    "a number in quotes": (changed(round="1"), "round"),
    "a number below nothing": (changed(round=-1), "round"),
    "a time after the year 9999": (changed(at=253_402_300_800), "at"),
    "half a character, escaped": (PLAIN.replace(b"read", b"\\ud800"), "cannot be read"),
    "half a character, in bytes": (PLAIN.replace(b"read", b"\xed\xa0\x80"), "cannot be read"),
    "bytes that are not UTF-8": (PLAIN.replace(b"read", b"\xff"), "cannot be read"),
    "a digest in capitals": (details(of="A" * 64), "of"),
    "a digest with a newline after it": (details(of="5" * 64 + "\n"), "of"),
    "a sign that turns the line round": (details(reason="ok \u202e ton"), "reason"),
    "a terminal's control sign": (details(reason="\x1b[2Jfine"), "reason"),
    "no reason": (details(reason=""), "reason"),
    "an inspection's name that leads elsewhere": (changed(inspection="../elsewhere"), "inspection"),
    "an unknown role": (changed(role="king"), "role"),
    "what was seen out of order": (changed(seen=["b" * 64, "a" * 64]), "in order"),
    "what was seen twice": (changed(seen=["b" * 64, "b" * 64]), "in order"),
    "a final stage without a decision": (changed(stage="final"), "decision"),
    "a decision at the draft's stage": (changed(decision="c" * 64), "decision"),
    "no subject": (by_hand({k: v for k, v in json.loads(PLAIN).items() if k != "subject"}), "on which content"),
    "a document with a path for a name": (changed(issued=[{"digest": "c" * 64, "name": "../x"}]), "issued"),
    "nesting without end": (b'{"at":' * 20_000, "cannot be read"),
    "more than any record holds": (b" " * (LARGEST + 1), "larger than"),
}


@every_case(("data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_bytes_that_are_not_a_record_are_refused_saying_why(data: bytes, why: str) -> None:
    with pytest.raises(Damaged, match=r"A record cannot be believed") as caught:
        parse(data)
    assert why in str(caught.value)
    assert _at_once(data) is None


def test_a_record_that_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(Refused, match=r"cannot be recorded: it holds half a character \(a lone surrogate\)\. Take"):
        encode(record("withdrawal", details=Withdrawal(of="5" * 64, reason="\ud800")))
    with pytest.raises(Refused, match="round"):
        encode(record("withdrawal", round=-1))
    with pytest.raises(Refused, match=r"recorded: a text in it holds what a record does not take - at `\$\.reason`"):
        encode(record("withdrawal", details=Withdrawal(of="5" * 64, reason="\u202eeht")))


def test_equal_records_have_equal_digests_and_others_not() -> None:
    assert digest_of(encode(record())) == digest_of(encode(record()))
    assert digest_of(encode(record())) != digest_of(encode(record(inspection=f"{ASHBY}-again")))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (changed(schema=2), "it is of form 2, and this tool knows form 1"),
        (changed(schema=2, event="promotion", mood="good"), "it is of form 2"),
        (changed(event="promotion"), "it tells of 'promotion', which this tool does not know"),
    ],
)
def test_what_a_newer_reportkit_made_is_said_to_be_so_and_not_called_damaged(data: bytes, why: str) -> None:
    with pytest.raises(Newer, match=f"A newer reportkit made a record: {why}"):
        parse(data)
