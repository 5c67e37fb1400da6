"""The people of policy.yaml."""

from __future__ import annotations

from reportkit.moderation.policy import Policy
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


def policy_in_force(workspace: Workspace) -> Policy:
    """Return policy.yaml as it was last saved. Raises Refused where it never was, or Unreadable."""
    return policy_from(workspace.saved_policy)
