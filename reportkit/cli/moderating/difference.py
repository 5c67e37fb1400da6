"""What a change of policy.yaml comes to: the lines that differ, what becomes easier, and which acts it would undo."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import click

from reportkit.cli.moderating.glance import believed
from reportkit.cli.moderating.stores import reader_of, store_of
from reportkit.cli.moderating.telling import sentence
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.errors import Newer
from reportkit.gitstore.all_records import AllRecords
from reportkit.moderation.case import Case
from reportkit.moderation.order import Chronicle
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.sureness import day_of
from reportkit.moderation.telling import tell
from reportkit.moderation.weakening import weakenings
from reportkit.moderation.weighing import weigh

_MOST: Final = 12  # acts that are named


def show_lines_that_differ(before: bytes, after: bytes) -> None:
    """Show on stderr which lines of the file change."""
    old, new = (text.decode("utf-8").splitlines() for text in (before, after))
    for line in difflib.unified_diff(old, new, "policy.yaml as it is", "policy.yaml as it will be", n=1, lineterm=""):
        click.echo(line, err=True)


def show_what_follows(session: Session, old: Policy, new: Policy) -> None:
    """Say on stderr what becomes easier, and which acts would count no longer."""
    for weakening in weakenings(old, new):
        say(f"Easier from now on: {weakening}.", err=True)
    acts = tuple(_undone(session, old, new))
    for act in acts[:_MOST]:
        say(f"Counts no longer from now on: {act}.", err=True)
    if len(acts) > _MOST:
        say(f"And {len(acts) - _MOST:,} more acts.", err=True)


def _undone(session: Session, old: Policy, new: Policy) -> Iterator[str]:
    """Each act that counts under the old policy and would not under the new, with its inspection and its day.

    Of an inspection where a newer reportkit made a record, nobody can tell here.
    """
    records = {each.slug: each.records for each in AllRecords(session.root, reader_of(session)).glimpses()}
    records[OF_THE_HOUSE] = store_of(session).records(OF_THE_HOUSE)
    for slug, stored in records.items():
        with suppress(Newer):
            case = Case(repository=session.repository.repository, inspection=slug)
            yield from _undone_in(tell(stored), case, old, new)


def _undone_in(told: Chronicle, case: Case, old: Policy, new: Policy) -> Iterator[str]:
    then, now = (weigh(believed(told, policy), policy, case) for policy in (old, new))
    where = "policy.yaml" if case.inspection == OF_THE_HOUSE else case.inspection
    for entry in then.taken:
        if now.find(entry.digest) is None:
            yield f"{where}, {day_of(entry.record)}: {sentence(entry, then, old)}"
