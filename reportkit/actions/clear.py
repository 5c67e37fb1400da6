"""Let a sensitive finding be shown in public papers."""

from __future__ import annotations

from reportkit.actions.arguments import finding_named
from reportkit.actions.case_file import CaseFile
from reportkit.actions.cleared_by_record import finding_digests
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused
from reportkit.moderation.outcome_events import Clearance, Paper
from reportkit.workspace.workspace import Workspace


class ClearRequest(Request, frozen=True, kw_only=True):
    """A finding to clear: its id, the papers in which it may be shown, and why it may."""

    finding: str
    papers: tuple[Paper, ...]
    reason: str | None = None


def prepare(workspace: Workspace, request: ClearRequest) -> Prepared:
    """Work out a clearance. Raises WrongUse for an unknown finding, Refused for one that is not sensitive."""
    return prepare_record(CLEAR, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: ClearRequest) -> Intent:
    name = finding_named(case_file.inspection, request.finding)
    found = next(each for each in case_file.inspection.findings if each.id == name)
    if not found.sensitive:
        raise Refused(f"{name} is not marked sensitive", remedy="Public papers show it as it is.")
    return Intent(
        details=Clearance(
            finding=name,
            digest=finding_digests(workspace, case_file.slug)[name],
            by=case_file.person.name,
            for_=tuple(sorted(set(request.papers))),
            reason=request.reason,
        )
    )


CLEAR = Action("clear", prepare)
