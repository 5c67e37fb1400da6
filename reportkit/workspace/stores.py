"""The one place that says where the record is kept, and lets Git end with the command."""

from __future__ import annotations

import click

from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.gitstore.records import GitRecordStore, SavedFiles
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.moderation.endings import Ending, FindEndings
from reportkit.moderation.policy import POLICY
from reportkit.moderation.store import RecordStore

_READER = f"{__name__}.reader"
_ENDINGS = f"{__name__}.endings"


def store_of(session: Session) -> RecordStore:
    """The record of the project that the command was started in."""
    return GitRecordStore(session.root, session.repository.repository, reader_of(session))


def reader_of(session: Session) -> ObjectReader:
    """What reads Git's objects for this command: one run of Git, however often it is asked for."""
    context = click.get_current_context()
    if _READER not in context.meta:
        context.meta[_READER] = reader = ObjectReader(session.root)
        context.call_on_close(reader.close)
    found: ObjectReader = context.meta[_READER]
    return found


def endings_of(session: Session) -> FindEndings:
    """Return what finds the keys and roles that changes of policy ended: once in a command, when it is asked."""
    known = click.get_current_context().meta

    def find() -> tuple[Ending, ...]:
        if _ENDINGS not in known:
            from reportkit.gitstore.records.policy_changes import PolicyChanges  # mostly every record counts
            from reportkit.reading.policy import policy_from

            known[_ENDINGS] = PolicyChanges(session.root, reader_of(session), policy_from).endings()
        found: tuple[Ending, ...] = known[_ENDINGS]
        return found

    return find


def saved_files(session: Session) -> SavedFiles:
    """The project's files as they are saved."""
    return SavedFiles(session.root, reader=reader_of(session))


def saved_policy(session: Session) -> bytes:
    """policy.yaml as it is saved: what lies in the folder counts for nothing. Raises Refused where it never was."""
    try:
        return saved_files(session).read(POLICY)
    except Refused:
        raise Refused(
            "The policy is not saved yet, so nobody knows who may do what",
            where=POLICY,
            remedy=f"Save it: git add {POLICY}, then git commit.",
        ) from None
