"""Record the final score, once the bodies' comments are considered [117]."""

from __future__ import annotations

from reportkit.actions.arguments import decided
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import WrongUse
from reportkit.moderation.events import Decision, Unseen
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.workspace.workspace import Workspace


class DecideRequest(Request, frozen=True, kw_only=True):
    """A decision. Each judgement is written `agreed` or FROM:TO:WHY.

    `not_sent_again` says why the bodies need not see again what got worse for them.
    """

    service: str
    prospects: str
    not_sent_again: str | None = None


def prepare(workspace: Workspace, request: DecideRequest) -> Prepared:
    """Work out a decision. Raises WrongUse or Refused for outcomes that cannot be recorded."""
    return prepare_record(DECIDE, workspace, request, _intent, gather)


def _intent(_: Workspace, case_file: CaseFile, request: DecideRequest) -> Intent:
    unseen = _unseen(case_file, request.not_sent_again)
    details = Decision(
        service=decided(ServiceOutcome, request.service, case_file.case.service, "--service"),
        prospects=decided(ProspectsOutcome, request.prospects, case_file.case.prospects, "--prospects"),
        rests_on=tuple(sorted(entry.digest for entry in case_file.standing.footing)),
        unseen=unseen,
    )
    return Intent(details=details, needs="decide", overrides=frozenset(unseen.about if unseen else ()))


def _unseen(case_file: CaseFile, reason: str | None) -> Unseen | None:
    """Return what the bodies do not see again, with the reason. Raises WrongUse where nothing got worse for them."""
    if reason is None:
        return None
    about = tuple(each.about for each in case_file.case.worse)
    if not about:
        what = "Nothing got worse for the bodies since they saw the draft"
        raise WrongUse(what, remedy="Leave --not-sent-again out.")
    return Unseen(about=about, reason=reason)


DECIDE = Action("decide", prepare)
