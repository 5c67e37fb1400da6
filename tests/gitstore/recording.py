"""Acts to record in the tests' own repositories, and what is then found there."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from msgspec import structs

from reportkit.errors import ReportkitError
from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.moderation.codec import encode
from reportkit.moderation.record import OF_THE_HOUSE, Record
from reportkit.moderation.store import File, Recording, RecordStore, SignedRecord
from tests.moderation.builders import record

HOUSE = "7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914"


def sign_off(store: RecordStore, inspection: str = "elm", event: str = "sign-off", **changes: object) -> Record:
    """Return a record that rests on what the store says now."""
    subject = None if inspection == OF_THE_HOUSE else store.subject(inspection)
    rests = {"inspection": inspection, "subject": subject, "seen": store.heads(inspection), "at": int(time.time())}
    return record(event, **{"repository": HOUSE, **rests, **changes})


def act(store: RecordStore, *records: Record, **changes: object) -> Recording:
    """Return an act of Ann's with these records."""
    inspection = records[0].inspection
    whole = Recording(
        inspection=inspection,
        version=store.version(inspection),
        records=tuple(SignedRecord(data=encode(each)) for each in records),
        message=f"Ann signs off {inspection}",
        name="Ann Okafor",
        email="ann@example.org",
    )
    return structs.replace(whole, **changes)


def records(project: str) -> int:
    """Record an act with a document, as a process of its own does."""
    return _append(GitRecordStore(Path(project), HOUSE))


def records_shared_first(project: str) -> int:
    """Return the same in the shared place first."""
    return _append(SharedFirstStore(Path(project), HOUSE))


def _append(store: GitRecordStore) -> int:
    document = File(path="moderation/elm/issued/letter.docx", data=b"PK")
    try:
        store.append(act(store, sign_off(store), files=(document,)))
    except ReportkitError as error:
        return error.exit_code
    return 0


def replaces_the_policy(project: str) -> int:
    """Record an act that replaces policy.yaml."""
    store = GitRecordStore(Path(project), HOUSE)
    policy = File(path="moderation/policy.yaml", data=b"signatures: required\n")
    store.append(act(store, sign_off(store, OF_THE_HOUSE, "policy-changed"), files=(policy,)))
    return 0


def share(project: Path) -> Path:
    """Share the project at a place beside it. Returns that place."""
    place = project.parent / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(project), str(place)], check=True)
    asked(project, "remote", "add", "origin", "../shared.git")
    asked(project, "fetch", "-q", str(place), "+refs/heads/*:refs/remotes/origin/*")
    return place


def asked(folder: Path, *words: str) -> str:
    """Return what Git answers there."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def acts(repository: Path) -> int:
    """Return how many acts its newest version has."""
    return int(asked(repository, "rev-list", "--count", "main")) - 1
