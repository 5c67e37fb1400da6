"""A store that keeps the record in memory: what needs a store, and no repository, is tried on it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext

from reportkit.errors import Refused
from reportkit.moderation.causal_order import heads_of
from reportkit.moderation.codec import digest_of, file_name, parse
from reportkit.moderation.store import OutOfDate, Receipt, Recording, SignerEvidence, Stored
from reportkit.moderation.subject import DRAFT, Signing, subject_of


class MemoryStore:
    """A RecordStore of one repository. `save` stands for what a person saves in an inspection's folder."""

    def __init__(self, repository: str) -> None:
        self._repository = repository
        self._saved: dict[str, dict[str, bytes]] = {}
        self._unsaved: dict[str, tuple[str, ...]] = {}
        self._kept: dict[str, dict[str, Stored]] = {}
        self._content_of: dict[str, dict[str, bytes]] = {}
        self.files: dict[str, bytes] = {}

    def save(self, inspection: str, files: Mapping[str, bytes]) -> None:
        """Make these the inspection's saved files, by their paths below its folder."""
        self._saved[inspection] = dict(files)
        self._unsaved.pop(inspection, None)

    def leave_unsaved(self, inspection: str, *paths: str) -> None:
        """Say that these files differ from what is saved."""
        self._unsaved[inspection] = tuple(sorted(paths))

    @property
    def names(self) -> tuple[str, ...]:
        """The inspections of which something is recorded."""
        return tuple(self._kept)

    def records(self, inspection: str) -> tuple[Stored, ...]:
        """Return every record of the inspection, sorted by name."""
        kept = self._kept.get(inspection, {})
        return tuple(kept[name] for name in sorted(kept))

    def version(self, inspection: str) -> str:
        """Return a digest of everything that the act rests on."""
        names = "\n".join(stored.name for stored in self.records(inspection))
        policy = self.files.get("moderation/policy.yaml", b"")
        content = subject_of(self._repository, inspection, self._saved.get(inspection, {}).items())
        return hashlib.sha256(b"\0".join((names.encode(), content.encode(), policy))).hexdigest()

    def heads(self, inspection: str) -> tuple[str, ...]:
        """Return the digests of the records that no other has seen."""
        return heads_of({digest_of(stored.data): parse(stored.data).seen for stored in self.records(inspection)})

    def subject(self, inspection: str, signing: Signing = DRAFT) -> str:
        """Return the subject of what is saved."""
        if inspection not in self._saved:
            raise Refused(f"There is no inspection {inspection}", remedy="Look at its name again.")
        return subject_of(self._repository, inspection, self._saved[inspection].items(), signing)

    def unsaved(self, inspection: str) -> AbstractContextManager[Callable[[], tuple[str, ...]]]:
        """Return the files that were left unsaved."""
        return nullcontext(lambda: self._unsaved.get(inspection, ()))

    def copy(self) -> MemoryStore:
        """A store that holds the same, and goes its own way from here."""
        other = MemoryStore(self._repository)
        other._saved, other._unsaved = dict(self._saved), dict(self._unsaved)
        other._kept, other._content_of = dict(self._kept), dict(self._content_of)
        other.files = dict(self.files)
        return other

    def content_of(self, commit: str) -> Mapping[str, bytes]:
        """The inspection's files as they were saved when a commit recorded an act."""
        return self._content_of[commit]

    def append(self, act: Recording) -> Receipt:
        """Record the act. Raises OutOfDate or Refused, and then nothing is changed."""
        if act.version != self.version(act.inspection):
            raise OutOfDate(
                "The inspection or its record changed meanwhile", remedy="Look at it again, then repeat this."
            )
        commit = hashlib.sha256(b"".join(signed.data for signed in act.records)).hexdigest()[:40]
        evidence = SignerEvidence(name=act.name, email=act.email)
        kept = self._kept.get(act.inspection, {})
        added = {
            name: Stored(name=name, data=signed.data, signature=signed.signature, commit=commit, evidence=evidence)
            for signed in act.records
            for name in (file_name(signed.data),)
        }
        if added.keys() & kept.keys():
            raise Refused("This is recorded already", remedy="Nothing needs to be done.")
        self._kept[act.inspection] = {**kept, **added}
        self._content_of[commit] = self._saved[act.inspection]
        self.files.update({file.path: file.data for file in act.files})
        return Receipt(commit=commit, names=tuple(added))
