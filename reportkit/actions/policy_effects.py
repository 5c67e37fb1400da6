"""The effects of a change of policy.yaml: the lines that differ, what becomes easier, and what it ends."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from contextlib import suppress

from reportkit.actions.believed_records import believed
from reportkit.actions.unknown_regions import describe_unknown_regions
from reportkit.errors import Newer
from reportkit.moderation.case import Case
from reportkit.moderation.ended_duties import describe_ended_duties
from reportkit.moderation.endings import ends_something
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import Policy
from reportkit.moderation.valid_records import weigh
from reportkit.moderation.weakenings import weakenings
from reportkit.workspace.workspace import Workspace


def lines_that_differ(before: bytes, after: bytes) -> str:
    """Return the lines of the file that change, as a unified diff."""
    old, new = (text.decode("utf-8").splitlines() for text in (before, after))
    names = ("policy.yaml as it is", "policy.yaml as it will be")
    return "\n".join(difflib.unified_diff(old, new, *names, n=1, lineterm=""))


def describe_effects(workspace: Workspace, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield a sentence for every region that is named nowhere, for all that becomes easier, and for all that ends.

    What is recorded goes on counting: what ends are covers, and open sign-offs that are left to other people.
    """
    yield from describe_unknown_regions(workspace, old, new)
    for weakening in weakenings(old, new):
        yield f"This makes the policy less strict: {weakening}."
    if ends_something(old, new):
        yield from _ended(workspace, old, new, today)


def _ended(workspace: Workspace, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield what ends, with its inspection. One where a newer reportkit made a record cannot be read here."""
    for each in workspace.all_records.glimpses():
        case = Case(
            repository=workspace.repository.repository,
            inspection=each.slug,
            endings=workspace.find_endings,
            changes=workspace.find_changes,
        )
        with suppress(Newer):
            ledger = weigh(believed(tell(each.records), old, case.endings), old, case)
            for duty in describe_ended_duties(ledger, old, new, today):
                yield f"This ends: {each.slug}, {duty}."
