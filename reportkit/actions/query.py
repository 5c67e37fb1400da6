"""Ask for further information [114]."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.actor import find_name
from reportkit.actions.arguments import finding_named, judgement_named
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.moderation.events import Query
from reportkit.workspace.workspace import Workspace


class QueryRequest(Request, frozen=True, kw_only=True):
    """A query: what is asked, who is asked, and when the answer is due.

    `whom` is an id of policy.yaml or of the team, or a name. `about` is a finding's id, `service` or `prospects`; None
    asks in general.
    """

    whom: str
    due: dt.date
    text: str
    about: str | None = None


def prepare(workspace: Workspace, request: QueryRequest) -> Prepared:
    """Work out a query. Raises WrongUse where it is not clear whom or what it is about."""
    return prepare_record(QUERY, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: QueryRequest) -> Intent:
    about = request.about
    judgement = judgement_named(about)
    finding = finding_named(case_file.inspection, about) if about and judgement is None else None
    whom = find_name(case_file.policy, case_file.inspection.particulars.team, request.whom)
    return Intent(details=Query(asks=request.text, of=whom, by=request.due, finding=finding, judgement=judgement))


QUERY = Action("query", prepare)
