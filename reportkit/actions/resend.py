"""Documents that went to the bodies, taken from the record as they left, with a message for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reportkit.actions.body_copies import BodyCopy, copy_for
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.hand_over import put_copies
from reportkit.actions.intent import Message
from reportkit.actions.issued_files import issued_papers
from reportkit.actions.send_draft import invitations
from reportkit.actions.send_responses import answering
from reportkit.actions.sent_drafts import last_draft
from reportkit.cli.parameters.act_options import Manner
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import AnswersCopy, Copy, DraftSent, ResponseSent
from reportkit.workspace.deliver import deliver
from reportkit.workspace.workspace import Workspace


def hand_over_again(workspace: Workspace, slug: str, manner: Manner, folder: Path) -> None:
    """Put the last draft and the last answers into the folder, with messages. Raises Refused where none went."""
    case_file = gather(workspace, slug, manner)
    for copies, letters in _went(workspace, case_file, folder):
        for path in put_copies((each.paper for each in copies), folder):
            click.echo(path)
        for message in letters:
            click.echo(f"Send {message.to} this message: {deliver(message.target, message.data)}")


def _went(
    workspace: Workspace, case_file: CaseFile, folder: Path
) -> Iterator[tuple[tuple[BodyCopy, ...], Iterable[Message]]]:
    entry, draft = last_draft(case_file)
    copies = _kept(workspace, case_file, entry, draft.copies)
    again = len(tuple(case_file.ledger.of(DraftSent))) > 1
    yield copies, invitations(case_file, copies, case_file.standing.exchange.due, folder, again=again)
    for told, response in tuple(case_file.ledger.of(ResponseSent))[-1:]:
        tables = _kept(workspace, case_file, told, response.copies)
        yield tables, answering(case_file, tables, folder)


def _kept(
    workspace: Workspace, case_file: CaseFile, entry: Entry, copies: tuple[Copy | AnswersCopy, ...]
) -> tuple[BodyCopy, ...]:
    """Each body's copy as it lies in issued/. Raises Damaged where one is not what it was."""
    papers = {paper.name: paper for paper in issued_papers(workspace.saved, entry)}
    return tuple(copy_for(case_file, each.body, papers[each.document]) for each in copies)
