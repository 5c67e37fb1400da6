from __future__ import annotations

import pytest

from reportkit.errors import Newer
from reportkit.moderation.causal_order import Hole
from reportkit.moderation.codec import digest_of, encode, file_name
from reportkit.moderation.load_records import tell
from reportkit.moderation.store import SignerEvidence, Stored
from tests.moderation.builders import record
from tests.moderation.story import signed

ANN = SignerEvidence(email="ann@example.org")


def stored(**changes: object) -> Stored:
    data = encode(record())
    return Stored(**{"name": file_name(data), "data": data, "evidence": ANN, **changes})


def test_what_a_store_keeps_is_told_in_order_with_who_brought_it() -> None:
    story = signed()
    kept = [
        Stored(name=file_name(data), data=data, evidence=each.evidence)
        for each in reversed(story.entries)
        for data in (encode(each.record),)
    ]
    assert list(tell(kept)) == story.entries


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"name": "20040614T090000Z-sign-off-000000000000.json"},
            "A record is not the one that its name says",
        ),
        ({"data": encode(record(round=2))}, "A record is not the one that its name says"),
        ({"data": b"{}"}, "A record cannot be believed"),
    ],
)
def test_a_file_that_is_not_the_record_its_name_says_is_a_fault(changes: dict[str, object], why: str) -> None:
    told = tell([stored(**changes)])
    assert told.entries == ()
    (fault,) = told.faults
    assert fault.name == changes.get("name", stored().name)
    assert fault.why.startswith(why)


def test_an_edited_record_is_a_fault_and_leaves_a_hole() -> None:
    story = signed()
    kept = {each.digest: encode(each.record) for each in story.entries}
    names = {digest: file_name(data) for digest, data in kept.items()}
    edited = story.entries[0].digest
    kept[edited] = kept[edited].replace(b"kim", b"cat")
    told = tell(Stored(name=names[digest], data=data) for digest, data in kept.items())
    assert [fault.name for fault in told.faults] == [names[edited]]
    assert told.holes == (Hole(edited, story.entries[1].digest),)


def test_what_a_newer_reportkit_made_is_no_fault_and_no_one_can_tell_what_follows() -> None:
    data = encode(record()).replace(b'"schema":1', b'"schema":2')
    name = f"20040614T090000Z-sign-off-{digest_of(data)[:12]}.json"
    with pytest.raises(Newer, match=f"{name}: A newer reportkit made a record"):
        tell([stored(name=name, data=data)])


def test_a_record_that_was_altered_into_a_newer_one_is_a_fault() -> None:
    assert len(tell([stored(data=encode(record()).replace(b'"schema":1', b'"schema":2'))]).faults) == 1
