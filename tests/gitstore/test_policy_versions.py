"""Which versions changed the policy: told by their records where these explain everything, else by every version."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.records.policy_changes import PolicyChanges
from reportkit.gitstore.records.policy_versions import PolicyVersions
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.moderation import events as ev
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.policy import POLICY
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import File
from reportkit.reading.policy import policy_from
from tests.gitstore.conftest import Git
from tests.gitstore.recording import HOUSE, act, sign_off

EVERYBODY = """\
people:
  - {id: ann, name: Ann Okafor, email: ann@example.org, roles: [administrator]}
  - {id: bob, name: Bob Hay, email: bob@example.org, roles: [inspector]}
"""
WITHOUT_BOB = "".join(EVERYBODY.splitlines(keepends=True)[:-1])
NOBODY = "people: []\n"


@pytest.fixture
def begun(project: Path, git: Git) -> Path:
    """A repository whose first version has a policy."""
    (project / "moderation").mkdir()
    (project / POLICY).write_text(EVERYBODY, encoding="utf-8", newline="\n")
    git("add", "-A")
    git("commit", "-q", "--amend", "-m", "Start")
    return project


@pytest.fixture
def records_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """To ask Git for every version fails."""
    monkeypatch.delattr(PolicyVersions, "_every")


def by_hand(project: Path, git: Git, text: str) -> None:
    (project / POLICY).write_text(text, encoding="utf-8", newline="\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Policy")


def recorded(project: Path, text: str, **changes: object) -> None:
    store, before = GitRecordStore(project, HOUSE), (project / POLICY).read_bytes()
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, text.encode()))
    details = ev.PolicyChanged(before=old, after=new)
    made = sign_off(store, OF_THE_HOUSE, "policy-changed", details=details, **changes)
    store.append(act(store, made, files=(File(path=POLICY, data=text.encode()),)))
    store.close()


def signed(project: Path) -> Entry:
    store = GitRecordStore(project, HOUSE)
    made = sign_off(store)
    store.append(act(store, made))
    store.close()
    return Entry(digest=digest_of(encode(made)), record=made)


def changes(project: Path) -> list[tuple[str, str]]:
    found = PolicyVersions(project, ObjectReader(project)).find()
    return [(each.before.decode(), each.after.decode()) for each in found]


def test_recorded_changes_are_found_by_their_times(begun: Path, records_alone: None) -> None:
    recorded(begun, WITHOUT_BOB)
    signed(begun)
    recorded(begun, EVERYBODY)
    assert changes(begun) == [(EVERYBODY, WITHOUT_BOB), (WITHOUT_BOB, EVERYBODY)]


def test_a_change_by_hand_among_them_is_found_too(begun: Path, git: Git) -> None:
    recorded(begun, WITHOUT_BOB)
    by_hand(begun, git, NOBODY)
    recorded(begun, EVERYBODY)
    assert changes(begun) == [(EVERYBODY, WITHOUT_BOB), (WITHOUT_BOB, NOBODY), (NOBODY, EVERYBODY)]


def test_a_change_whose_record_tells_another_time_is_found_too(begun: Path, git: Git) -> None:
    recorded(begun, WITHOUT_BOB, at=1_087_203_600)
    assert changes(begun) == [(EVERYBODY, WITHOUT_BOB)]


def test_a_change_in_another_copy_is_found_once_it_is_brought_in(begun: Path, git: Git, records_alone: None) -> None:
    git("switch", "-q", "-c", "other")
    recorded(begun, WITHOUT_BOB)
    git("switch", "-q", "main")
    signed(begun)
    git("merge", "-q", "--no-edit", "other")
    assert changes(begun) == [(EVERYBODY, WITHOUT_BOB)]


def test_an_ending_act_has_seen_what_was_recorded_before_it(begun: Path, records_alone: None) -> None:
    before = signed(begun)
    recorded(begun, WITHOUT_BOB)
    after = signed(begun)
    (ending,) = PolicyChanges(begun, ObjectReader(begun), policy_from).endings()
    assert ending.people == {"bob"}
    assert ending.before == policy_from(EVERYBODY.encode())
    assert (ending.has_seen(before), ending.has_seen(after)) == (True, False)


def test_a_policy_that_cannot_be_read_ends_what_everyone_had(begun: Path, git: Git) -> None:
    by_hand(begun, git, "people: [")
    by_hand(begun, git, WITHOUT_BOB)
    (ending,) = PolicyChanges(begun, ObjectReader(begun), policy_from).endings()
    assert ending.people == {"ann", "bob"}
