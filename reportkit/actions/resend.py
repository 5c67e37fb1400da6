"""Hand over again what went to the bodies: the documents from the record as they were sent, with messages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.actions.body_copies import BodyCopy, copy_for, files_of, folder_for, without_address
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.deliver_mail import deliver_with_text
from reportkit.actions.intent import CopyFile, Message
from reportkit.actions.issued_files import issued_papers
from reportkit.actions.prepared import HandedOver
from reportkit.actions.request import Request
from reportkit.actions.send_draft import invitations
from reportkit.actions.send_responses import answering
from reportkit.actions.sent_drafts import last_draft
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import AnswersCopy, Copy, DraftSent, ResponseSent
from reportkit.workspace.deliver import deliver
from reportkit.workspace.workspace import Workspace


class ResendRequest(Request, frozen=True, kw_only=True):
    """The folder for copies and messages, by default out/."""

    out: str | None = None


class Sending(Struct, frozen=True, kw_only=True):
    """One sending: its copies, the messages that bring them, and what the person should know."""

    copies: tuple[CopyFile, ...]
    messages: tuple[Message, ...]
    remarks: tuple[str, ...]


class Resent(Struct, frozen=True):
    """The places of one sending's copies and messages now, and what the person should know."""

    paths: tuple[Path, ...]
    messages: tuple[HandedOver, ...]
    remarks: tuple[str, ...]


def prepare(workspace: Workspace, request: ResendRequest) -> tuple[Sending, ...]:
    """Return the last draft, and the last answers where there are any, as they were sent.

    Raises Refused where no draft was sent, Damaged where a document is not what was recorded.
    """
    case_file = gather(workspace, workspace.inspection(request.inspection), request)
    folder = folder_for(workspace, request.out)
    return (_draft(workspace, case_file, folder), *_answers(workspace, case_file, folder))


def carry_out(prepared: tuple[Sending, ...]) -> tuple[Resent, ...]:
    """Write the copies and messages. Raises Refused where one cannot be written."""
    return tuple(
        Resent(
            tuple(deliver(each.path, each.data) for each in sending.copies),
            tuple(HandedOver(each.to, deliver_with_text(each.target, each.data)) for each in sending.messages),
            sending.remarks,
        )
        for sending in prepared
    )


def _draft(workspace: Workspace, case_file: CaseFile, folder: Path) -> Sending:
    entry, draft = last_draft(case_file)
    copies = _kept(workspace, case_file, entry, draft.copies)
    again = len(tuple(case_file.ledger.of(DraftSent))) > 1
    due = case_file.standing.exchange.due
    return Sending(
        copies=files_of(copies, folder),
        messages=tuple(invitations(case_file, copies, due, folder, again=again)),
        remarks=without_address(case_file, copies),
    )


def _answers(workspace: Workspace, case_file: CaseFile, folder: Path) -> Iterator[Sending]:
    for entry, response in tuple(case_file.ledger.of(ResponseSent))[-1:]:
        copies = _kept(workspace, case_file, entry, response.copies)
        yield Sending(
            copies=files_of(copies, folder),
            messages=tuple(answering(case_file, copies, folder)),
            remarks=without_address(case_file, copies),
        )


def _kept(
    workspace: Workspace, case_file: CaseFile, entry: Entry, copies: tuple[Copy | AnswersCopy, ...]
) -> tuple[BodyCopy, ...]:
    """Return each body's copy as it is in issued/. Raises Damaged where one is not what it was."""
    papers = {paper.name: paper for paper in issued_papers(workspace.saved, entry)}
    return tuple(copy_for(case_file, each.body, papers[each.document]) for each in copies)
