"""One record with everything that speaks for or against it, and what that comes to by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from msgspec import Struct

from reportkit.errors import Damaged, Newer
from reportkit.moderation.causal_order import SLACK
from reportkit.moderation.codec import digest_of, is_name_of, name_of, parse
from reportkit.moderation.lazy import once
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import Record, Reported
from reportkit.moderation.sign_offs import Subjects
from reportkit.moderation.store import SignerEvidence
from reportkit.moderation.subject import Signing
from reportkit.moderation.verifying.file_history import BroughtFiles
from reportkit.moderation.verifying.observation import Level, Observation

Authors: TypeAlias = Callable[[Iterable[str]], frozenset[str]]
"""The ids and names of an inspection's authors, at least those among the given ones."""

NEWER: Final = "newer"
"""The kind of finding for a record that a newer reportkit made."""


class Exhibit(Struct, frozen=True, kw_only=True, dict=True):
    """A record as it came.

    `policy` is the one in force then (None: there was none, or it cannot be read), `policy_digest` the SHA-256 of its
    bytes. `subjects` gives the digest of the content in the record's own commit, hashed anew; None where there is none.
    `authors` tells who its authors were in that commit. `issued` and `replies` give the SHA-256 of each file in those
    folders of the inspection by name, as it is now.
    """

    brought: BroughtFiles
    data: bytes
    evidence: SignerEvidence
    policy: Policy | None
    policy_digest: str
    subjects: Subjects | None
    authors: Authors
    issued: Mapping[str, str]
    replies: Mapping[str, str]

    @once
    def digest(self) -> str:
        """Return the record's digest."""
        return digest_of(self.data)

    def finding(self, level: Level, kind: str, what: str) -> Observation:
        """Return a finding about this record."""
        return Observation(level=level, kind=kind, where=self.brought.path, what=what, commit=self.brought.step.commit)


def read(exhibit: Exhibit) -> Record | Observation:
    """Return the record, or why its bytes or its name cannot be believed or cannot be checked here."""
    name = exhibit.brought.path.rpartition("/")[2]
    try:
        record = parse(exhibit.data)
    except Newer as error:
        if is_name_of(name, exhibit.digest):
            return exhibit.finding("cannot tell", NEWER, f"{error.what} ({error.remedy.rstrip('.')})")
    except Damaged as error:
        return exhibit.finding("forged", "unreadable", error.what)
    else:
        if name == name_of(record, exhibit.digest):
            return record
    return exhibit.finding("forged", "name", "its name is not that of its time, its event and its bytes")


def alone(exhibit: Exhibit, record: Record) -> Iterator[Observation]:
    """Yield what speaks against a record without looking at the others of its inspection."""
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
    if record.reported:
        yield from _of_reply(exhibit, record.person, record.reported)


def _of_reply(exhibit: Exhibit, person: str, reported: Reported) -> Iterator[Observation]:
    """Yield that another person entered the act, which stays on record, and whether its reply is there."""
    kept = exhibit.replies.get(reported.name)
    what = f"{_name(exhibit, person)} wrote it in an e-mail, reported by {_name(exhibit, reported.by)}"
    yield exhibit.finding("note", "reported", what)
    if kept is None:
        yield exhibit.finding("forged", "reply-missing", f"the reply that it rests on, {reported.name}, is not there")
    elif kept != reported.reply:
        what = f"the reply that it rests on, {reported.name}, is not there as it came"
        yield exhibit.finding("forged", "reply-altered", what)


def _name(exhibit: Exhibit, person: str) -> str:
    return exhibit.policy.name_of(person) if exhibit.policy else person


def _subject(exhibit: Exhibit, record: Record) -> str | None:
    return exhibit.subjects(Signing(record.stage, record.decision)) if exhibit.subjects else None


def _of_time(exhibit: Exhibit, record: Record) -> Iterator[Observation]:
    """Check that record and commit have the same time; only a demonstration may give another."""
    step = exhibit.brought.step
    if record.demonstration:
        return
    if abs(record.at - step.seconds) > SLACK:
        what = f"it says {record.time:%Y-%m-%d %H:%M}, and its version was made at another time ({step})"
        yield exhibit.finding("forged", "time", what)
    elif record.at + SLACK < exhibit.brought.since:
        yield exhibit.finding("forged", "time", "it says an earlier time than the version that it builds on")
