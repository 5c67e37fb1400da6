"""Take back one's own sign-off or query."""

from __future__ import annotations

from reportkit.actions.arguments import one_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.moderation.events import Withdrawal
from reportkit.workspace.workspace import Workspace


class WithdrawRequest(Request, frozen=True, kw_only=True):
    """A request to withdraw, and why; `of` is the beginning of its number, and the only one needs none."""

    reason: str
    of: str | None = None


def prepare(workspace: Workspace, request: WithdrawRequest) -> Prepared:
    """Work out a withdrawal. Raises Refused where there is nothing to take back, WrongUse where there are several."""
    return prepare_record(WITHDRAW, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: WithdrawRequest) -> Intent:
    standing = case_file.standing
    given = (*standing.signed, *(lapse.entry for lapse in standing.lapsed), *standing.open_queries)
    own = (entry for entry in given if entry.record.person == case_file.person.id)
    return Intent(
        details=Withdrawal(of=one_of(own, request.of, "sign-off or query of yours").digest, reason=request.reason)
    )


WITHDRAW = Action("withdraw", prepare)
