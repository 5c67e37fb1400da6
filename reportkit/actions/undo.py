"""Undo one's own last act on an inspection, while others cannot have seen it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import commit_of
from reportkit.errors import Refused
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Decision, Query, Refusal, Reversal, SignOff
from reportkit.moderation.outcome_events import ReinspectionAgreed
from reportkit.moderation.reversible import instead_of_undoing
from reportkit.moderation.sentences import ended, sentence
from reportkit.workspace.workspace import Workspace


class UndoRequest(Request, frozen=True, kw_only=True):
    """An act to undo: always the person's last. `reason` says why."""

    reason: str | None = None


def prepare(workspace: Workspace, request: UndoRequest) -> Prepared:
    """Work out a reversal. Raises Refused where there is nothing to undo, or others can see it."""
    return prepare_record(UNDO, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: UndoRequest) -> Intent:
    last = _last_act(case_file)
    done = sentence(last, case_file.ledger, case_file.policy)
    outright = instead_of_undoing(last.record)
    if outright is not None:
        raise Refused(f"What was sent out cannot be undone: {done}", remedy=outright)
    if workspace.others_can_see(commit_of(case_file.store, case_file.slug, last.digest)):
        what = f"This is in the shared place, where others can see it: {done}"
        raise Refused(what, remedy=_instead(last, case_file.slug))
    return Intent(details=Reversal(of=last.digest, reason=request.reason), remarks=tuple(_remarks(last, done)))


def _last_act(case_file: CaseFile) -> Entry:
    """Return the person's last act that counts. Raises Refused where there is none, or it is undone already."""
    own = [each for each in case_file.ledger.taken if each.record.person == case_file.person.id]
    if not own:
        what = f"There is no act of yours on {case_file.slug} to undo"
        raise Refused(what, remedy="`reportkit history` shows what is.")
    if isinstance(own[-1].record.details, Reversal):
        raise Refused(f"Your last act on {case_file.slug} is undone already", remedy="Record what is right now.")
    return own[-1]


def _remarks(last: Entry, done: str) -> Iterator[str]:
    """Return what the person should know beforehand. `done` is the act as a sentence."""
    yield f"To be undone: {ended(done)}"
    details = last.record.details
    if isinstance(details, ReinspectionAgreed) and details.inspection:
        folder = f"inspections/{details.inspection}"
        yield f"{folder} stays: if it was made in error, delete it and its moderation/ folder."


def _instead(entry: Entry, slug: str) -> str:
    """Return what to do about an act that can no longer be undone."""
    act = f"reportkit moderate {{}} {slug}"
    match entry.record.details:
        case SignOff() | Query():
            return f'Take it back openly: {act.format("withdraw")} --reason "…"'
        case Refusal():
            return f"Sign when you agree: {act.format('sign-off')}."
        case Decision():
            return f"Reopen it with a question or a meeting: {act.format('query')}, or {act.format('meeting')}."
    return f"Record what is right now; `reportkit moderate {slug}` shows what comes next."


UNDO = Action("undo", prepare, others="look")
