"""The content that a person has seen: its trees and the program's version, and what changed since they saw it."""

from __future__ import annotations

from msgspec import Struct

import reportkit
from reportkit.actions.case_file import CaseFile
from reportkit.errors import Refused
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of
from reportkit.moderation.events import Content, Refusal, SignOff, Submitted
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.store import RecordStore
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


def content(workspace: Workspace, slug: str) -> Content:
    """Return the content as it is saved. Raises Refused where the inspection was never saved."""
    inspection, templates = workspace.trees(f"{INSPECTIONS}/{slug}", "templates")
    if inspection is None:
        raise Refused(f"{slug} was never saved", remedy=f"Save it first: `reportkit save {slug}`.")
    return Content(inspection=inspection, templates=templates, tool=reportkit.__version__)


class Looked(Struct, frozen=True):
    """A look at the content: the record of it, and what was seen. `own` says whether it was the person's own look."""

    entry: Entry
    content: Content
    own: bool


def last_seen(case_file: CaseFile) -> tuple[Entry, Content] | None:
    """Return the last sign-off or refusal of the case file's person that counts, with what they saw."""
    looked = _own_look(case_file.ledger, case_file.person.id)
    return (looked.entry, looked.content) if looked else None


def last_looked(ledger: Ledger, person: str) -> Looked | None:
    """Return a person's last sign-off or refusal, or else the last look of anyone in an earlier round."""
    return _own_look(ledger, person) or _look_of_a_round_before(ledger)


def _own_look(ledger: Ledger, person: str) -> Looked | None:
    for entry in reversed(ledger.taken):
        details = entry.record.details
        if entry.record.person == person and isinstance(details, SignOff | Refusal):
            return Looked(entry, details.content, own=True)
    return None


def _look_of_a_round_before(ledger: Ledger) -> Looked | None:
    for entry in reversed(ledger.taken):
        details = entry.record.details
        if entry.record.round < ledger.round and isinstance(details, Submitted | SignOff | Refusal):
            return Looked(entry, details.content, own=False)
    return None


def commit_of(store: RecordStore, slug: str, digest: str) -> str:
    """Return the version that brought the record with this digest, "" where that is not known."""
    return next((each.commit for each in store.records(slug) if digest_of(each.data) == digest), "")


def changed_since(workspace: Workspace, case_file: CaseFile, digest: str) -> tuple[str, ...]:
    """Return the inspection's files that changed since a record came, sorted; () where that is not known."""
    commit, folder = commit_of(case_file.store, case_file.slug, digest), f"./inspections/{case_file.slug}"
    changes = workspace.changes(f"{commit}:{folder}", f"HEAD:{folder}") if commit else ()
    return tuple(change.path for change in changes or ())
