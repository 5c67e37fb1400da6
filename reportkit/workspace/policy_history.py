"""Every change of one copy's policy, found once and only when it is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.errors import Refused

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.gitstore.records.policy_changes import PolicyChanges
    from reportkit.gitstore.records.policy_trail import PolicyTrail
    from reportkit.gitstore.records.reader import ObjectReader
    from reportkit.moderation.endings import Ending, PolicyChange
    from reportkit.moderation.policy import Policy
    from reportkit.moderation.policy_in_force import PolicyState, PolicyThen
    from reportkit.reading.files import Files


def saved_policy(files: Files) -> bytes:
    """Return policy.yaml as it was last saved. Raises Refused where it never was."""
    from reportkit.moderation.policy import POLICY

    try:
        return files.read(POLICY)
    except Refused:
        remedy = f"Save it: git add {POLICY}, then git commit."
        what = "The policy is not saved yet, so it is not known who may do what"
        raise Refused(what, where=POLICY, remedy=remedy) from None


class PolicyHistory:
    """The changes of the policy in the repository around `root`."""

    def __init__(self, root: Path, reader: ObjectReader) -> None:
        self._root = root
        self._reader = reader
        self._trail: PolicyTrail | None = None

    @cached_property
    def changes(self) -> tuple[PolicyChange, ...]:
        """Every change of the policy in force upon one other version, the oldest first."""
        found = self._found.changes()
        strict = any(policy.is_strict for each in found for policy in (each.before, each.after))
        return self._found.changes_in_force(self._newest_trail()) if strict else found

    def policies(self) -> tuple[Policy, ...]:
        """Return the policies that were changed since, oldest first."""
        return self._found.policies()

    def policy_of(self, digest: str) -> Policy | None:
        """Return the policy whose bytes have this SHA-256; None where no version has it, or it cannot be read."""
        return self._found.policy_of(digest)

    @cached_property
    def _found(self) -> PolicyChanges:
        from reportkit.gitstore.records.policy_changes import PolicyChanges  # mostly every record counts
        from reportkit.reading.policy import policy_from

        return PolicyChanges(self._root, self._reader, policy_from)

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """The keys and roles that these ended, the oldest first."""
        from reportkit.moderation.endings import endings_among

        return endings_among(self.changes)

    @property
    def state(self) -> PolicyState:
        """The policy in force in the newest version: each call looks whether it is still the newest."""
        return self._newest_trail().state

    def _newest_trail(self) -> PolicyTrail:
        newest = self._reader.find("HEAD^{commit}")
        if self._trail is None or newest is None or self._trail.newest != newest.id:
            from reportkit.gitstore.records.policy_trail import PolicyTrail
            from reportkit.reading.policy import policy_from

            self._trail = PolicyTrail(self._root, self._reader, policy_from)
        return self._trail

    @property
    def in_force_instead(self) -> bytes | None:
        """The bytes of the policy in force where they are not what was last saved."""
        state = self.state
        return None if state.is_settled or state.in_force is None else self.bytes_of(state.in_force)

    def bytes_of(self, content: PolicyThen) -> bytes:
        """Return the bytes of a policy that `state` names."""
        return self._trail.bytes_of[content.digest] if self._trail else b""
