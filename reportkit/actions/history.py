"""The question what was recorded of an inspection, or of policy.yaml, as rows and as a document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.audit_trail import Row, acts_of, rows_of
from reportkit.actions.believed_policy import believed_policy
from reportkit.actions.case_file import marking_of
from reportkit.actions.intent import CopyFile
from reportkit.moderation.case import Case, case_of
from reportkit.moderation.causal_order import Fault
from reportkit.moderation.load_records import tell
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.valid_records import weigh
from reportkit.reading.files import Files
from reportkit.reading.inspection import read_inspection
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.deliver import word_file
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace

_NO_ACT = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class History(Struct, frozen=True, kw_only=True):
    """Everything that was recorded, oldest first, and the records that cannot be read.

    `inspection` is OF_THE_HOUSE for the changes of policy.yaml. `marking` is printed across the pages of documents.
    """

    inspection: str
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    marking: str


def history(workspace: Workspace, inspection: str) -> History:
    """Return what was recorded of an inspection or, for OF_THE_HOUSE, of policy.yaml."""
    files = workspace.saved
    policy, repository = policy_from(believed_policy(workspace)), read_repository(files)
    found = _case(files, repository.repository, inspection)
    (tree,) = workspace.trees(f"{INSPECTIONS}/{inspection}")
    case = replace(
        found,
        tree=tree or "",
        endings=workspace.find_endings,
        changes=workspace.find_changes,
        policy_of=workspace.find_policy,
    )
    ledger = weigh(tell(workspace.store.records(inspection)), policy, case)
    return History(
        inspection=inspection,
        rows=rows_of(ledger, policy, case),
        faults=ledger.chronicle.faults,
        marking=marking_of(policy),
    )


def _case(files: Files, repository: str, slug: str) -> Case:
    """Return the case, as far as the inspection can be read: its history is shown in any case."""
    found = None if slug == OF_THE_HOUSE else read_inspection(files, slug).inspection
    return case_of(repository, found) if found else Case(repository=repository, inspection=slug)


def history_document(workspace: Workspace, found: History, out: str) -> CopyFile:
    """Return the history as a table in Word, and where it goes. Raises WrongUse for a name that Word cannot open.

    Its date is that of the last act, so that the same record gives the same file.
    """
    from reportkit.actions.draft import written
    from reportkit.actions.template_cache import kept_code
    from reportkit.actions.templates import templates
    from reportkit.publications.audit_trail import history as history_of
    from reportkit.publications.setting import Setting

    slug = found.inspection
    target = word_file(workspace.start / Path(out), f"{slug.lstrip('_')}-history.docx")
    issuer = read_repository(workspace.saved).inspectorate
    made = found.rows[-1].at if found.rows else _NO_ACT
    title = "Changes of policy.yaml" if slug == OF_THE_HOUSE else slug
    setting = Setting(inspectorate=issuer, made=made, marking=found.marking)
    document = history_of(acts_of(found.rows), title, setting, templates(workspace.root), kept_code())
    return CopyFile(target, written(document, workspace.root))
