"""The sign-offs that a change of the inspection ends."""

from __future__ import annotations

from functools import partial

from reportkit.actions.prepared import Done
from reportkit.errors import ReportkitError
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Policy
from reportkit.moderation.words import ROLES
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


def sign_offs_that_hold(workspace: Workspace, slug: str) -> tuple[str, ...]:
    """Return who signed what is saved now, each with their role: any change of the inspection ends every sign-off.

    Empty where that cannot be known, for it must not keep a person from saving.
    """
    if not (workspace.root / "moderation" / slug / "records").is_dir():
        return ()
    try:
        return _holding(workspace, slug)
    except ReportkitError:
        return ()


def ended_since(workspace: Workspace, done: Done) -> tuple[str, ...]:
    """Return whose sign-offs held after an act and hold no longer, now that others' work has come in since."""
    if done.after is None or done.prepared.case_file is None:
        return ()
    workspace.close()  # it may hold what was saved before
    workspace.refresh()
    hold = sign_offs_that_hold(workspace, done.prepared.inspection)
    return tuple(who for who in _named(done.after.signed, done.prepared.case_file.policy) if who not in hold)


def _named(signed: tuple[Entry, ...], policy: Policy) -> tuple[str, ...]:
    return tuple(f"{policy.name_of(entry.record.person)} ({ROLES[entry.record.role]})" for entry in signed)


def _holding(workspace: Workspace, slug: str) -> tuple[str, ...]:
    from msgspec.structs import replace

    from reportkit.actions.believed_policy import believed_policy
    from reportkit.actions.load import load  # heavy, and only an inspection with records needs them
    from reportkit.moderation.case import case_of
    from reportkit.moderation.load_records import tell
    from reportkit.moderation.sign_offs import signatures
    from reportkit.moderation.valid_records import weigh
    from reportkit.reading.policy import policy_from
    from reportkit.reading.repository import read_repository

    store, files = workspace.store, workspace.saved
    policy = policy_from(believed_policy(workspace))
    (tree,) = workspace.trees(f"{INSPECTIONS}/{slug}")
    case = case_of(read_repository(files).repository, load(files, slug), endings=workspace.find_endings)
    case = replace(case, tree=tree or "", changes=workspace.find_changes)
    return _named(
        signatures(weigh(tell(store.records(slug)), policy, case), policy, partial(store.subject, slug)).signed, policy
    )
