"""Where records are kept: what any store can do, and what it hands over. Ours is Git; tests have one in memory, too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.moderation.subject import DRAFT, Signing


class SignerEvidence(Struct, frozen=True, kw_only=True):
    """The evidence of who brought a record, before anyone asks whether policy knows them.

    `key` is the public key ("ssh-ed25519 AAAA…", without its comment) whose signature over exactly these bytes, in
    the record's namespace, was checked and holds; "" where there is no signature, or `fault` says what is wrong with
    it. `uncertain` says that the fault is only that this computer cannot check it. `name` and `email` are those of the
    commit's author: a claim that anyone can make.
    """

    key: str = ""
    fault: str = ""
    uncertain: bool = False
    name: str = ""
    email: str = ""


UNCHECKED = SignerEvidence(key="unchecked")
"""What a glimpse tells of a record with a signature beside it, which it does not check."""


class Stored(Struct, frozen=True, kw_only=True):
    """One record as it is kept: the file's name, its bytes, its signature's bytes, the commit that brought it."""

    name: str
    data: bytes
    signature: bytes | None = None
    commit: str = ""
    evidence: SignerEvidence = SignerEvidence()


class SignedRecord(Struct, frozen=True, kw_only=True):
    """A record to be kept: its bytes (from `encode`), and the signature over them, if there is one."""

    data: bytes
    signature: bytes | None = None


class File(Struct, frozen=True, kw_only=True):
    """A file that goes with an act: its path below the project root, with forward slashes, and its bytes."""

    path: str
    data: bytes


class Recording(Struct, frozen=True, kw_only=True):
    """One act: records, and the files that go with them (issued documents, replies, policy.yaml); all or none.

    `version` is what `RecordStore.version` said when the act was prepared. `message` is the commit's, in people's
    words; `name` and `email` are those of the person who acts at this computer.
    """

    inspection: str
    version: str
    records: tuple[SignedRecord, ...]
    files: tuple[File, ...] = ()
    message: str
    name: str
    email: str


class Receipt(Struct, frozen=True, kw_only=True):
    """An act that is recorded: its commit, its records' file names, whether it is shared where there is a remote.

    `remark` is one sentence where something beside the record needs a look, or "".
    """

    commit: str
    names: tuple[str, ...]
    shared: bool = False
    remark: str = ""


class OutOfDate(Refused):
    """The inspection or its record changed since the act was prepared: look again, then repeat it."""


class RecordStore(Protocol):
    """The record of all inspections. An inspection is given by name; OF_THE_HOUSE stands for what concerns all."""

    def records(self, inspection: str) -> tuple[Stored, ...]:
        """Return every record of the inspection, sorted by name; those that cannot be believed too."""
        ...

    def version(self, inspection: str) -> str:
        """Return a token that changes only when the inspection's saved content, its record or the policy does."""
        ...

    def heads(self, inspection: str) -> tuple[str, ...]:
        """Return the digests of the records that no other record has seen, sorted: what a new record says in `seen`."""
        ...

    def subject(self, inspection: str, signing: Signing = DRAFT) -> str:
        """Return the subject of what is saved. Raises Refused where there is no such inspection."""
        ...

    def unsaved(self, inspection: str) -> AbstractContextManager[Callable[[], tuple[str, ...]]]:
        """Return a look for the inspection's files that differ from what is saved, while the caller goes on.

        What is entered waits for its end and gives them, sorted.
        """
        ...

    def append(self, act: Recording) -> Receipt:
        """Record the act once and whole, or leave everything as it was.

        Raises OutOfDate where `version` is no longer the act's, Refused where a record of that name is there already,
        Trouble where it cannot be written.
        """
        ...
