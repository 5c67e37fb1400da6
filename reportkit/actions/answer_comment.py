"""Answer a comment of the bodies: what becomes of it, why, and what changed in the report [115, 117]."""

from __future__ import annotations

import hashlib
from typing import Final

from reportkit.actions.arguments import one_of
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Confirmation, Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import changed_since
from reportkit.actions.sent_drafts import last_draft
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import ChangedFile, Comment, CommentAnswer, DraftSent, Verdict
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace

_TAKEN_UP: Final[tuple[Verdict, ...]] = ("accepted", "in-part")


class AnswerCommentRequest(Request, frozen=True, kw_only=True):
    """A request to answer a comment (None: the only open one): what becomes of it, and why.

    `changed` are files of the inspection in which it was taken up. `unchanged` says that it is accepted and nothing
    in the report follows from it.
    """

    comment: str | None = None
    verdict: Verdict | None = None
    reason: str | None = None
    changed: tuple[str, ...] = ()
    unchanged: bool = False


def prepare(workspace: Workspace, request: AnswerCommentRequest) -> Prepared:
    """Work out an answer. Raises WrongUse for an incomplete one, Refused for a file that did not change."""
    return prepare_record(ANSWER_COMMENT, workspace, request, _intent)


def comments_to_answer(workspace: Workspace, request: AnswerCommentRequest) -> tuple[Entry, ...]:
    """Return the records of the open comments, oldest first, or of the comment that is named."""
    case_file = gather(workspace, workspace.inspection(request.inspection), request)
    if request.comment:
        return (_named(case_file, request.comment),)
    return tuple(entry for entry, _ in case_file.standing.exchange.open)


def _intent(workspace: Workspace, case_file: CaseFile, request: AnswerCommentRequest) -> Intent:
    if request.verdict is None or request.reason is None:
        raise WrongUse("An answer says what becomes of the comment, and why", remedy="Give --verdict and --reason.")
    entry = _named(case_file, request.comment)
    changed = _changed(workspace, case_file, entry, request)
    without_change = request.verdict == "accepted" and not changed
    if request.unchanged and not without_change:
        raise WrongUse("--nothing-to-change is for what is accepted and changes nothing", remedy="Leave it out.")
    return Intent(
        details=CommentAnswer(
            comment=entry.digest,
            verdict=request.verdict,
            reason=request.reason,
            changed=changed,
            without_change=without_change,
        ),
        confirmations=(_confirm_unchanged(case_file.slug),) if without_change and not request.unchanged else (),
    )


def _confirm_unchanged(slug: str) -> Confirmation:
    """Return the question whether nothing is to be changed."""
    return Confirmation(
        shown="",
        question="It is accepted, and nothing has changed since. Is nothing to be changed?",
        unattended=(
            "it is accepted, and nothing has changed since. "
            f"Change it, and save: `reportkit save {slug}`. Or say --nothing-to-change."
        ),
    )


def _named(case_file: CaseFile, comment: str | None) -> Entry:
    """Return the comment of that number; where none is named, the only open one. Raises WrongUse or Refused."""
    known = case_file.standing.exchange
    last_draft(case_file)
    there = [entry for entry, _ in (known.comments if comment else known.open)]
    return one_of(there, comment, "comment" if comment else "open comment")


def _changed(
    workspace: Workspace, case_file: CaseFile, entry: Entry, request: AnswerCommentRequest
) -> tuple[ChangedFile, ...]:
    """Return the files in which a comment was taken up, with what they are now; none where it was not.

    Those that are named must differ from the draft that the bodies had. Otherwise: the finding that it is about,
    or else what was saved since the comment was entered. Raises WrongUse or Refused.
    """
    named = {name.removeprefix(f"{INSPECTIONS}/{case_file.slug}/") for name in request.changed}
    if request.verdict not in _TAKEN_UP:
        if named:
            raise WrongUse(f"Nothing changes by what is {request.verdict}", remedy="Leave --changed out.")
        return ()
    differing = _since_draft(workspace, case_file, entry)
    for name in sorted(named - differing):
        what = f"{name} is as it was in the draft that was sent"
        raise Refused(what, remedy=f"Save it first: `reportkit save {case_file.slug}`. Or leave --changed out.")
    wanted = (
        named or differing & _own(entry) or differing.intersection(changed_since(workspace, case_file, entry.digest))
    )
    return tuple(ChangedFile(path=name, digest=_digest(workspace, case_file, name)) for name in sorted(wanted))


def _own(entry: Entry) -> set[str]:
    """Return the file of the finding that a comment is about."""
    comment = entry.record.details
    return {f"findings/{comment.finding}.md"} if isinstance(comment, Comment) and comment.finding else set()


def _since_draft(workspace: Workspace, case_file: CaseFile, entry: Entry) -> set[str]:
    """Return the inspection's files that differ from the draft that the comment is on."""
    comment = entry.record.details
    draft = case_file.ledger.find(comment.draft) if isinstance(comment, Comment) else None
    sent = draft.record.details if draft else None
    if not isinstance(sent, DraftSent):
        return set()
    (now,) = workspace.trees(f"{INSPECTIONS}/{case_file.slug}")
    changes = workspace.changes(sent.content.inspection, now) if now else ()
    return {change.path for change in changes or ()}


def _digest(workspace: Workspace, case_file: CaseFile, name: str) -> str | None:
    """Return the SHA-256 of a file as it is saved; None where it was taken out."""
    files, folder = workspace.saved, f"{INSPECTIONS}/{case_file.slug}"
    path = f"{folder}/{name}"
    return hashlib.sha256(files.read(path)).hexdigest() if path in files.under(folder) else None


ANSWER_COMMENT = Action("answer-comment", prepare)
