"""Every change of policy.yaml: what it ended, which records it has in its history, and the policies of before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from reportkit.errors import ReportkitError
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.policy_trail import PolicyTrail
from reportkit.gitstore.records.policy_versions import PolicyVersion, PolicyVersions
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import TreeEntry
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import name_of
from reportkit.moderation.endings import Ending, PolicyChange, endings_among
from reportkit.moderation.policy import POLICY, Policy


class PolicyChanges:
    """The changes of one repository's policy; `parse` reads its bytes and raises a ReportkitError."""

    def __init__(self, root: Path, reader: ObjectReader, parse: Callable[[bytes], Policy]) -> None:
        self._root = root
        self._reader = reader
        self._inside = inside(root)
        self._parse = parse
        self._known: dict[bytes, Policy] = {}

    def endings(self) -> tuple[Ending, ...]:
        """Return the changes in what HEAD has that ended something, oldest first."""
        return endings_among(self.changes())

    def changes(self) -> tuple[PolicyChange, ...]:
        """Return the changes of the file in what HEAD has, oldest first."""
        return tuple(self._change(each) for each in self._versions)

    def changes_in_force(self, trail: PolicyTrail) -> tuple[PolicyChange, ...]:
        """Return the changes of the policy in force, where judging was strict in one of them."""
        return tuple(PolicyChange(before, after, self._seen(commit)) for commit, before, after in trail.changes())

    def policies(self) -> tuple[Policy, ...]:
        """Return the policies that were changed, oldest first."""
        return tuple(self._policy(each.before) for each in self._versions)

    def policy_of(self, digest: str) -> Policy | None:
        """Return the policy whose bytes have this SHA-256; None where no version has it, or it cannot be read."""
        data = self._newest if digest == self._newest_digest else self._contents.get(digest)
        policy = self._policy(data) if data is not None else None
        return policy if policy and policy.people else None

    @cached_property
    def _newest(self) -> bytes:
        found = self._reader.find(f"HEAD:{self._inside}{POLICY}")
        return found.data if found else b""

    @cached_property
    def _newest_digest(self) -> str:
        return hashlib.sha256(self._newest).hexdigest()

    @cached_property
    def _versions(self) -> tuple[PolicyVersion, ...]:
        return PolicyVersions(self._root, self._reader).find()

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        both = (data for each in self._versions for data in (each.before, each.after))
        return {hashlib.sha256(data).hexdigest(): data for data in both}

    def _change(self, version: PolicyVersion) -> PolicyChange:
        return PolicyChange(self._policy(version.before), self._policy(version.after), self._seen(version.commit))

    def _seen(self, commit: str) -> _Seen:
        return _Seen(self._reader, f"{commit}:{self._inside}moderation")

    def _policy(self, data: bytes) -> Policy:
        """Return what a version says; one that is missing or cannot be read lists no people."""
        if data not in self._known:
            try:
                self._known[data] = self._parse(data)
            except ReportkitError:
                self._known[data] = Policy()
        return self._known[data]


class _Seen:
    """Tells whether a record is in a version: records are only ever added, so what is there is in its history."""

    def __init__(self, reader: ObjectReader, folder: str) -> None:
        self._reader = reader
        self._folder = folder
        self._inspections: dict[str, TreeEntry] | None = None
        self._records: dict[str, frozenset[str]] = {}

    def __call__(self, entry: Entry) -> bool:
        inspection = entry.record.inspection
        if inspection not in self._records:
            self._records[inspection] = self._names(inspection)
        return name_of(entry.record, entry.digest) in self._records[inspection]

    def _names(self, inspection: str) -> frozenset[str]:
        if self._inspections is None:
            self._inspections = self._reader.entries(self._folder)
        folder = self._inspections.get(inspection)
        return frozenset(self._reader.entries(f"{folder.id}:records")) if folder else frozenset()
