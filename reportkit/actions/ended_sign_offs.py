"""Whose sign-offs a change of the inspection ends, told to whoever saves it."""

from __future__ import annotations

from functools import partial

from reportkit.actions.load import load
from reportkit.errors import ReportkitError
from reportkit.moderation.case import case_of
from reportkit.moderation.load_records import tell
from reportkit.moderation.sign_offs import signatures
from reportkit.moderation.valid_records import weigh
from reportkit.moderation.words import ROLES
from reportkit.reading.policy import read_policy
from reportkit.reading.repository import read_repository
from reportkit.workspace.workspace import Workspace


def sign_offs_that_hold(workspace: Workspace, slug: str) -> tuple[str, ...]:
    """Who signed what is saved now, each with their role; any change of the inspection ends every one of them.

    Nobody, where that cannot be told: it must keep nobody from saving.
    """
    try:
        return _holding(workspace, slug)
    except ReportkitError:
        return ()


def _holding(workspace: Workspace, slug: str) -> tuple[str, ...]:
    store, files = workspace.store, workspace.saved
    policy = read_policy(files)
    case = case_of(read_repository(files).repository, load(files, slug), endings=workspace.find_endings)
    ledger = weigh(tell(store.records(slug)), policy, case)
    held = signatures(ledger, policy, partial(store.subject, slug)).signed
    return tuple(f"{policy.name_of(entry.record.person)} ({ROLES[entry.record.role]})" for entry in held)


def what_it_ends(signers: tuple[str, ...]) -> str:
    """A sentence about sign-offs that a change has ended."""
    ends = "sign-off" if len(signers) == 1 else "sign-offs"
    return f"It ends the {ends} of {', '.join(signers)}; `reportkit moderate sign-off` shows them what changed."
