"""One record with everything that speaks for or against it, and what that comes to by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportkit.errors import Damaged
from reportkit.moderation.codec import digest_of, name_of, parse
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import Record
from reportkit.moderation.signing import Subjects
from reportkit.moderation.store import Evidence
from reportkit.moderation.subject import Signing
from reportkit.moderation.verifying.finding import Finding, Level
from reportkit.moderation.verifying.trace import Brought
from reportkit.moderation.weighing import SLACK


class Exhibit(Struct, frozen=True, kw_only=True):
    """A record as it came.

    `policy` is the one in force then (None: there was none, or it cannot be read), `policy_digest` the SHA-256 of its
    bytes. `subjects` gives the digest of the content in the record's own commit, hashed anew; None where there is none.
    `issued` gives the SHA-256 of each document of the inspection by name, as it lies there.
    """

    brought: Brought
    data: bytes
    evidence: Evidence
    policy: Policy | None
    policy_digest: str
    subjects: Subjects | None
    issued: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The record's digest."""
        return digest_of(self.data)

    def finding(self, level: Level, kind: str, what: str) -> Finding:
        """A finding about this record."""
        return Finding(level=level, kind=kind, where=self.brought.path, what=what, commit=self.brought.step.commit)


def read(exhibit: Exhibit) -> Record | Finding:
    """The record, or why its bytes or its name cannot be believed."""
    try:
        record = parse(exhibit.data)
        if name_of(record, exhibit.digest) != exhibit.brought.path.rpartition("/")[2]:
            return exhibit.finding("forged", "name", "its name is not that of its time, its event and its bytes")
    except Damaged as error:
        return exhibit.finding("forged", "unreadable", error.what)
    return record


def alone(exhibit: Exhibit, record: Record) -> Iterator[Finding]:
    """What speaks against a record without looking at the others of its inspection."""
    if exhibit.evidence.uncertain:
        yield exhibit.finding("cannot tell", "signature-unchecked", exhibit.evidence.fault)
    elif exhibit.evidence.fault:
        yield exhibit.finding("forged", "signature", exhibit.evidence.fault)
    if record.inspection != exhibit.brought.inspection:
        yield exhibit.finding("forged", "copied", f"it is about {record.inspection}, and was put here")
    elif record.subject != _subject(exhibit, record):
        yield exhibit.finding("forged", "subject", "it is of other content than the version that it came with")
    if record.policy != exhibit.policy_digest:
        yield exhibit.finding("forged", "policy", "it goes by another policy than the one that was in force")
    yield from _of_time(exhibit, record)
    for document in record.issued:
        if exhibit.issued.get(document.name) != document.digest:
            what = f"the document {document.name} that went out with it is not there as it went"
            yield exhibit.finding("forged", "issued", what)


def _subject(exhibit: Exhibit, record: Record) -> str | None:
    return exhibit.subjects(Signing(record.stage, record.decision)) if exhibit.subjects else None


def _of_time(exhibit: Exhibit, record: Record) -> Iterator[Finding]:
    """A record is made as it is committed, so both tell the same time; only a demonstration may tell another."""
    step = exhibit.brought.step
    if record.demonstration:
        return
    if abs(record.at - step.seconds) > SLACK:
        what = f"it says {record.time:%Y-%m-%d %H:%M}, and its version was made at another time ({step})"
        yield exhibit.finding("forged", "time", what)
    elif record.at + SLACK < exhibit.brought.since:
        yield exhibit.finding("forged", "time", "it says an earlier time than the version that it builds on")
