"""What any store of records keeps to: the one in Git, and the one in memory."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Protocol

import pytest

from reportkit.errors import Refused
from reportkit.gitstore.records import GitRecordStore
from reportkit.moderation.codec import digest_of, encode, parse
from reportkit.moderation.store import File, OutOfDate, RecordStore
from tests.gitstore.recording import HOUSE, act, sign_off
from tests.moderation.failing import FailingStore, Gone
from tests.moderation.memory import MemoryStore

FILES = {"inspection.yaml": b"kind: almo\n"}


class Kept(Protocol):
    """A store, and someone who saves beside it."""

    @property
    def store(self) -> RecordStore: ...

    def saves(self, name: str, data: bytes) -> None: ...

    def leaves(self, name: str) -> None: ...


class InMemory:
    def __init__(self) -> None:
        self.store = MemoryStore(HOUSE)
        self.store.save("elm", FILES)

    def saves(self, name: str, data: bytes) -> None:
        self.store.save("elm", {**FILES, name: data})

    def leaves(self, name: str) -> None:
        self.store.leave_unsaved("elm", name)


class InGit:
    def __init__(self, project: Path) -> None:
        self.store = GitRecordStore(project, HOUSE)
        self._project = project

    def saves(self, name: str, data: bytes) -> None:
        (self._project / "inspections/elm" / name).write_bytes(data)
        for words in (("add", "-A"), ("commit", "-qm", f"{name} saved")):
            subprocess.run(["git", *words], cwd=self._project, check=True)

    def leaves(self, name: str) -> None:
        (self._project / "inspections/elm" / name).write_text("Not saved.\n", encoding="utf-8")


@pytest.fixture(params=["in Git", "in memory"])
def kept(request: pytest.FixtureRequest, project: Path) -> Kept:
    return InGit(project) if request.param == "in Git" else InMemory()


def test_what_was_recorded_is_there_with_who_brought_it(kept: Kept) -> None:
    made = sign_off(kept.store)
    receipt = kept.store.append(act(kept.store, made))
    (stored,) = kept.store.records("elm")
    assert (stored.name, stored.commit) == (receipt.names[0], receipt.commit)
    assert parse(stored.data) == made
    assert (stored.evidence.name, stored.evidence.email) == ("Ann Okafor", "ann@example.org")


def test_the_heads_are_the_records_that_no_other_has_seen(kept: Kept) -> None:
    first = sign_off(kept.store, event="submitted")
    kept.store.append(act(kept.store, first))
    assert kept.store.heads("elm") == (digest_of(encode(first)),)
    two = (sign_off(kept.store, event="meeting"), sign_off(kept.store, event="query"))
    kept.store.append(act(kept.store, *two))
    assert kept.store.heads("elm") == tuple(sorted(digest_of(encode(each)) for each in two))


@pytest.mark.parametrize("event", ["a record", "an edit", "a policy"])
def test_an_act_prepared_before_something_changed_is_not_recorded(kept: Kept, event: str) -> None:
    prepared, other = act(kept.store, sign_off(kept.store)), sign_off(kept.store, event="submitted")
    policy = File(path="moderation/policy.yaml", data=b"people: []\n")
    if event == "an edit":
        kept.saves("inspection.yaml", b"kind: indicative\n")
    else:
        kept.store.append(act(kept.store, other, files=(policy,) if event == "a policy" else ()))
    before = kept.store.records("elm")
    with pytest.raises(OutOfDate, match="changed meanwhile"):
        kept.store.append(prepared)
    assert kept.store.records("elm") == before


def test_the_same_record_is_not_kept_twice(kept: Kept) -> None:
    made = sign_off(kept.store)
    kept.store.append(act(kept.store, made))
    with pytest.raises(Refused, match="recorded already"):
        kept.store.append(act(kept.store, made))


def test_the_subject_follows_what_is_saved_and_what_is_not_is_told(kept: Kept) -> None:
    before = kept.store.subject("elm")
    kept.leaves("notes.md")
    with kept.store.unsaved("elm") as unsaved:
        assert unsaved() == ("notes.md",)
    assert kept.store.subject("elm") == before
    kept.saves("notes.md", b"Saved.\n")
    with kept.store.unsaved("elm") as unsaved:
        assert unsaved() == ()
    assert kept.store.subject("elm") != before
    with pytest.raises(Refused, match="no inspection birch"):
        kept.store.subject("birch")


@pytest.mark.parametrize(("at", "recorded"), [("before", 0), ("after", 1)])
def test_one_that_fails_on_demand_has_recorded_all_of_it_or_nothing(kept: Kept, at: str, recorded: int) -> None:
    failing = FailingStore(kept.store, at="before" if at == "before" else "after")
    with pytest.raises(Gone):
        failing.append(act(failing, sign_off(failing)))
    assert len(failing.records("elm")) == recorded
