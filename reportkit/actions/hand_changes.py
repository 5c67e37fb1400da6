"""What is said of changes of policy.yaml that were made by plain git, before anything is recorded upon them."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.policy import POLICY
from reportkit.moderation.policy_in_force import is_strict
from reportkit.workspace.workspace import Workspace


def hand_changes(workspace: Workspace) -> Iterator[str]:
    """Yield a sentence for each change that is not in force, or was made by a person who may not change the policy."""
    state = workspace.policy_history.state
    for each in state.pending:
        if not state.is_settled:
            until = "not in force until a person who may change it records it: `reportkit people save`"
            yield f"{POLICY} was changed by hand ({each.who}), which is {until}."
        elif not each.entitled and not is_strict(state.in_force.policy if state.in_force else None):
            how = "by hand by a person who may not change it, and no record confirms it"
            yield f"{POLICY} was changed {how} ({each.who}). `reportkit verify` tells more."
