"""What lies before a person who acts: the trees, the tool; and what changed since somebody had it before them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

import reportkit
from reportkit.actions.case_file import CaseFile
from reportkit.errors import Refused
from reportkit.gitstore.folder_changes import FileChange
from reportkit.gitstore.tree_ids import changes_between
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import digest_of
from reportkit.moderation.events import Content, Refusal, SignOff, Submitted
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.store import RecordStore
from reportkit.workspace.workspace import Workspace


def content(workspace: Workspace, slug: str) -> Content:
    """The content as it is saved. Raises Refused where the inspection was never saved."""
    inspection, templates = workspace.trees(f"inspections/{slug}", "templates")
    if inspection is None:
        raise Refused(f"{slug} was never saved", remedy=f"Save it first: reportkit save {slug}.")
    return Content(inspection=inspection, templates=templates, tool=reportkit.__version__)


class Looked(Struct, frozen=True):
    """When something lay before somebody, and what; `own` where it is the person's of whom it was asked."""

    entry: Entry
    content: Content
    own: bool


def last_seen(case_file: CaseFile) -> tuple[Entry, Content] | None:
    """The last sign-off or refusal of the case file's person that counts, with what lay before them."""
    looked = _own_look(case_file.ledger, case_file.person.id)
    return (looked.entry, looked.content) if looked else None


def last_looked(ledger: Ledger, person: str) -> Looked | None:
    """A person's last sign-off or refusal; for whom there is none, the last look of anybody in a round before."""
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
    """The version that brought the record with this digest; "" where nobody can tell."""
    return next((each.commit for each in store.records(slug) if digest_of(each.data) == digest), "")


def changes_since(root: Path, case_file: CaseFile, seen: Content) -> tuple[FileChange, ...] | None:
    """What changed in the inspection since; None where that version is not here to compare with."""
    return changes_between(root, seen.inspection, f"HEAD:./inspections/{case_file.slug}")


def changed_since(root: Path, case_file: CaseFile, digest: str) -> tuple[str, ...]:
    """The inspection's files that changed since the record with this digest came, sorted; () where nobody can tell."""
    commit, folder = commit_of(case_file.store, case_file.slug, digest), f"./inspections/{case_file.slug}"
    changes = changes_between(root, f"{commit}:{folder}", f"HEAD:{folder}") if commit else ()
    return tuple(change.path for change in changes or ())
