"""The policy in force in the newest version, found from the versions that changed it or recorded a change of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from reportkit.errors import Damaged, Newer, ReportkitError
from reportkit.gitstore.records.objects import Commit
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.policy_versions import PlainVersion, PolicyVersions
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.signature_evidence import signer_evidence
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.policy import POLICY, Policy
from reportkit.moderation.policy_in_force import PolicyEvent, PolicyState, PolicyThen, follow, policy_in
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import SIGNATURE, records_folder


class PolicyTrail:
    """Finds the state of one repository's policy; `parse` reads its bytes and raises a ReportkitError.

    `bytes_of` gives the bytes of each content that was met, by its SHA-256.
    """

    def __init__(self, root: Path, reader: ObjectReader, parse: Callable[[bytes], Policy]) -> None:
        self._reader = reader
        self._inside = inside(root)
        self._parse = parse
        self._versions = PolicyVersions(root, reader)
        self.bytes_of: dict[str, bytes] = {}
        self._known: dict[str, PolicyThen] = {}

    @property
    def newest(self) -> str:
        """The commit of the newest version."""
        return self._versions.graph[-1].commit

    @cached_property
    def state(self) -> PolicyState:
        """The state in the newest version."""
        return replace(self._states[self.newest], tree=self._policy_at(self.newest))

    def changes(self) -> Iterator[tuple[str, Policy, Policy]]:
        """Yield each version upon one other that changed the policy or recorded a change, with both in force."""
        told = {*self._changed, *self._records}
        for each in self._versions.graph:
            if each.is_change and each.commit in told:
                before, after = (self._in_force(commit) for commit in (*each.parents, each.commit))
                yield each.commit, before, after

    def _in_force(self, commit: str) -> Policy:
        there = self._policy_at(commit)
        return policy_in((there and there.policy) or Policy(), self._states[commit])

    @cached_property
    def _states(self) -> Mapping[str, PolicyState]:
        return follow(self._event(each, self._changed, self._records) for each in self._versions.graph)

    @cached_property
    def _changed(self) -> Mapping[str, bytes]:
        return {each.commit: each.after for each in self._versions.find()}

    @cached_property
    def _records(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names of the records of policy changes by the commit that brought them."""
        found: dict[str, tuple[str, ...]] = {}
        for name, commit in self._versions.brought.items():
            found[commit] = (*found.get(commit, ()), name)
        return found

    def _event(
        self, version: PlainVersion, changed: Mapping[str, bytes], records: Mapping[str, tuple[str, ...]]
    ) -> PolicyEvent:
        commit = version.commit
        is_told = commit in changed or commit in records or not version.parents
        made = self._reader.commit(commit) if is_told else None
        if made is None:
            return PolicyEvent(commit=commit, parents=version.parents)
        after = self._policy_at(commit)
        day = dt.datetime.fromtimestamp(made.seconds, dt.UTC)
        return PolicyEvent(
            commit=commit,
            parents=version.parents,
            who=f"{made.name or 'nobody'}, {day:%Y-%m-%d}, {commit[:7]}",
            email=made.email,
            seconds=made.seconds,
            after=after,
            gone=after is None,
            by_hand=commit in changed,
            records=tuple(self._entries(commit, records.get(commit, ()), made)),
        )

    def _entries(self, commit: str, names: tuple[str, ...], made: Commit) -> Iterator[Entry]:
        folder = f"{commit}:{self._inside}{records_folder(OF_THE_HOUSE)}"
        for name in names:
            data, signature = self._reader.read([f"{folder}/{name}", f"{folder}/{name}{SIGNATURE}"])
            if data is None:
                continue
            evidence = signer_evidence(data.data, signature.data if signature else None, made.name, made.email)
            try:
                yield Entry(digest=digest_of(data.data), record=parse(data.data), evidence=evidence)
            except (Damaged, Newer):  # `verify` tells of it
                continue

    def _policy_at(self, commit: str) -> PolicyThen | None:
        found = self._reader.find(f"{commit}:{self._inside}{POLICY}")
        return self._policy(found.data) if found else None

    def _policy(self, data: bytes) -> PolicyThen:
        """Return what a version says; None for the policy of one that cannot be read."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._known:
            try:
                self._known[digest] = PolicyThen(digest, self._parse(data))
            except ReportkitError:
                self._known[digest] = PolicyThen(digest, None)
            self.bytes_of[digest] = data
        return self._known[digest]
