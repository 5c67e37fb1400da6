"""The people of policy.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportkit.moderation.former_names import former_names
from reportkit.moderation.policy import Policy
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


class ListedPeople(Struct, frozen=True):
    """The policy in force, and the names that people had before, oldest first, by their ids."""

    policy: Policy
    formerly: Mapping[str, tuple[str, ...]]


def list_people(workspace: Workspace) -> ListedPeople:
    """Return everybody. Raises Refused where none was ever saved, or Unreadable."""
    policy = policy_from(workspace.policy_in_force)
    return ListedPeople(policy, former_names(policy, workspace.policy_history.policies()))
