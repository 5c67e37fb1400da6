from __future__ import annotations

import pytest
from msgspec import structs

from reportkit.errors import Refused
from reportkit.moderation.codec import digest_of, encode, parse
from reportkit.moderation.memory import MemoryStore
from reportkit.moderation.record import Record
from reportkit.moderation.store import Act, File, Moved, RecordStore, Signed
from tests.moderation.builders import ASHBY, HOUSE, record
from tests.moderation.failing import FailingStore, Gone

FILES = {"inspection.yaml": b"kind: almo\n"}


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore(HOUSE)
    made.save(ASHBY, FILES)
    return made


def act(store: RecordStore, *records: Record, **changes: object) -> Act:
    whole = Act(
        inspection=ASHBY,
        version=store.version(ASHBY),
        records=tuple(Signed(data=encode(each)) for each in records),
        message="Ann signs off Ashby Homes",
        name="Ann",
        email="ann@example.org",
    )
    return structs.replace(whole, **changes)


def test_what_was_recorded_is_there_with_who_brought_it(store: MemoryStore) -> None:
    receipt = store.append(act(store, record(), files=(File(path="moderation/x.eml", data=b"reply"),)))
    (stored,) = store.records(ASHBY)
    assert (stored.name, stored.commit) == (receipt.names[0], receipt.commit)
    assert parse(stored.data) == record()
    assert stored.evidence.email == "ann@example.org"
    assert store.files == {"moderation/x.eml": b"reply"}


def test_the_heads_are_the_records_that_no_other_has_seen(store: MemoryStore) -> None:
    store.append(act(store, record("submitted")))
    (head,) = store.heads(ASHBY)
    store.append(act(store, record("meeting", seen=(head,)), record("query", seen=(head,))))
    assert head == digest_of(encode(record("submitted")))
    assert head not in store.heads(ASHBY)
    assert len(store.heads(ASHBY)) == 2


@pytest.mark.parametrize("event", ["a record", "an edit", "a policy"])
def test_an_act_prepared_before_something_changed_is_not_recorded(store: MemoryStore, event: str) -> None:
    prepared = act(store, record())
    if event == "a record":
        store.append(act(store, record("submitted")))
    elif event == "an edit":
        store.save(ASHBY, {"inspection.yaml": b"kind: indicative\n"})
    else:
        store.append(act(store, files=(File(path="moderation/policy.yaml", data=b"people: []\n"),)))
    before = store.records(ASHBY)
    with pytest.raises(Moved, match="changed meanwhile"):
        store.append(prepared)
    assert store.records(ASHBY) == before


def test_the_same_record_is_not_kept_twice(store: MemoryStore) -> None:
    store.append(act(store, record()))
    with pytest.raises(Refused, match="recorded already"):
        store.append(act(store, record()))


def test_the_subject_and_what_is_unsaved_are_told(store: MemoryStore) -> None:
    before = store.subject(ASHBY)
    store.leave_unsaved(ASHBY, "b.md", "a.md")
    with store.unsaved(ASHBY) as unsaved:
        assert unsaved() == ("a.md", "b.md")
    store.save(ASHBY, {**FILES, "b.md": b""})
    with store.unsaved(ASHBY) as unsaved:
        assert unsaved() == ()
    assert store.subject(ASHBY) != before
    with pytest.raises(Refused, match="no inspection birch"):
        store.subject("birch")


def test_a_store_that_fails_leaves_everything_as_it_was(store: MemoryStore) -> None:
    failing = FailingStore(store, at="before")
    with pytest.raises(Gone):
        failing.append(act(failing, record()))
    assert failing.records(ASHBY) == ()


def test_a_store_that_fails_after_its_act_has_recorded_it(store: MemoryStore) -> None:
    failing = FailingStore(store, at="after")
    with pytest.raises(Gone):
        failing.append(act(failing, record()))
    assert len(failing.records(ASHBY)) == 1
