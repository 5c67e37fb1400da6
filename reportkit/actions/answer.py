"""Answer a query of the moderators [114]."""

from __future__ import annotations

from reportkit.actions.arguments import one_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import changed_since
from reportkit.moderation.events import QueryAnswer
from reportkit.workspace.workspace import Workspace


class AnswerRequest(Request, frozen=True, kw_only=True):
    """An answer. `query` is the beginning of the query's number; the only open query needs none."""

    query: str | None = None
    text: str


def prepare(workspace: Workspace, request: AnswerRequest) -> Prepared:
    """Work out an answer. Raises Refused where no query is open, WrongUse where it is not clear which one is meant."""
    return prepare_record(ANSWER, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: AnswerRequest) -> Intent:
    asked = one_of(case_file.standing.open_queries, request.query, "open query")
    changed = changed_since(workspace, case_file, asked.digest)
    return Intent(details=QueryAnswer(query=asked.digest, says=request.text, changed=changed))


ANSWER = Action("answer", prepare)
