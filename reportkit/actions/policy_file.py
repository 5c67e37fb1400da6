"""policy.yaml before it is changed: as it is saved, as it is in the folder, and what keeps it from being changed."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.inspection.conflicts import settling
from reportkit.moderation.endings import days_gone
from reportkit.moderation.entitlement import is_kept
from reportkit.moderation.needed_holders import needs_left_open
from reportkit.moderation.policy import POLICY, Policy
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.workspace.clock import clock
from reportkit.workspace.workspace import Workspace


class SavedPolicy(Struct, frozen=True):
    """policy.yaml as it is in force. `version` is the store's token from just before it was read."""

    version: str
    data: bytes


def read_saved(workspace: Workspace) -> SavedPolicy:
    """Return policy.yaml as it is in force, mostly as it is saved. Raises Refused where it never was."""
    version = workspace.store.version(OF_THE_HOUSE)  # first: what is saved meanwhile must not be taken for seen
    return SavedPolicy(version, workspace.policy_in_force)


def read_in_folder(workspace: Workspace) -> bytes:
    """Return policy.yaml from the work tree, with the line ends that it is saved with."""
    try:
        return (workspace.root / POLICY).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        raise Refused("cannot be read", where=POLICY, remedy="Is it there, and may you open it?") from None


def refuse_unsaved(workspace: Workspace, saved: bytes) -> None:
    """Raise Refused where the file in the folder differs from what is saved: a person is changing it by hand."""
    if read_in_folder(workspace) != saved:
        raise Refused(
            "has changes that are not recorded", where=POLICY, remedy="Record them first: `reportkit people save`."
        )


def refuse_conflict(workspace: Workspace) -> None:
    """Raise Refused while two versions of the file wait for a person to choose."""
    authors = [each.who for each in workspace.conflicts() if each.path == POLICY]
    if authors:
        raise Refused(
            f"was changed by {' and by '.join(authors)} while another person changed it, and both versions are kept",
            where=POLICY,
            remedy=f"See both, then choose: {settling(POLICY)}.",
        )


def refuse_open_needs(old: Policy, new: Policy) -> None:
    """Raise Refused where a change takes out the last person, of those without a last day, whom policy needs."""
    left = next(needs_left_open(old, new), None)
    if left:
        roles = " or ".join(f"`{role}`" for role in left.roles)
        remedy = (
            f"Give another person the role {roles} first, without a last day: `reportkit people add`, or in `roles`."
        )
        raise Refused(f"No person would be left who {left.what}", where=POLICY, remedy=remedy)


def refuse_past_days(old: Policy, new: Policy, today: dt.date | None) -> None:
    """Raise Refused where a change gives a key or a person a last day before today: only a planned end has a day.

    `today` is what the person gave, believed in demonstrations only.
    """
    now = clock(today, demonstration=old.demonstration).today
    past = next(days_gone(old, new, now), None)
    if past:
        what = f"{past}, is past, and an end cannot take back what is recorded"
        remedy = (
            f"Give today ({now}) or a later day. A lost key is ended at once: `reportkit people keys PERSON --end KEY`."
        )
        raise Refused(what, where=POLICY, remedy=remedy)


def refuse_for_good(old: Policy, new: Policy) -> None:
    """Raise Refused for a change that no person could ever put right."""
    if old.demonstration != new.demonstration:
        raise Refused("`demonstration` was fixed when this repository was made", where=POLICY, remedy="Put it back.")
    if old.is_strict and not new.is_strict:
        raise Refused("Strict judging cannot be taken back", where=POLICY, remedy="Put `judging: 2` back.")
    if not is_kept(new) and (is_kept(old) or not old.people):
        raise Refused(
            "After this, no one could change people and their roles",
            where=POLICY,
            remedy="Give another person the role of administrator or head-of-programme first, without a last day.",
        )
