"""Enter what a body says of the draft: its words, what they are about, and the e-mail or letter itself [115]."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePath
from typing import Final

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.sent_drafts import DraftPassage, SentCopy, draft_on
from reportkit.actions.signed_content import issued_name
from reportkit.errors import WrongUse
from reportkit.inspection.milestones import Body
from reportkit.moderation.comment_events import Comment, DraftSent
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import Workspace

_LARGEST: Final = 25_000_000  # bytes of a file that is kept for ever
_LONGEST_TEXT: Final = 100_000  # bytes; the record itself takes 20,000 characters


class AddCommentRequest(Request, frozen=True, kw_only=True):
    """A request to enter a comment: the bodies and their words; `says` is None where they have no comments.

    `received` is the day on which it came, by default today. At most one of `paragraph`, `finding` and `section` says
    what it is about. `kept` is the path of the e-mail or letter, from the folder where the person is.
    """

    bodies: tuple[Body, ...]
    says: str | None = None
    received: dt.date | None = None
    paragraph: int | None = None
    finding: str | None = None
    section: str | None = None
    kept: str | None = None


def prepare(workspace: Workspace, request: AddCommentRequest) -> Prepared:
    """Work out a comment. Raises Refused where no draft was sent, WrongUse for a passage that the draft lacks."""
    return prepare_record(ADD_COMMENT, workspace, request, _intent)


def read_comment(path: Path) -> str:
    """Return the words of a text file. Raises Refused for one that cannot be read, WrongUse for no UTF-8."""
    try:
        return read_sent(path, _LONGEST_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUse("The comment is no text in UTF-8", remedy="Save it as plain text, or give --text.") from None


def _intent(workspace: Workspace, case_file: CaseFile, request: AddCommentRequest) -> Intent:
    received = request.received or case_file.clock.today
    entry, draft = draft_on(case_file, received)
    passage = _passage(workspace, case_file, request, draft)
    papers = _papers(workspace, case_file, request)
    details = Comment(
        draft=entry.digest,
        bodies=request.bodies,
        received=received,
        says=request.says,
        finding=passage.finding,
        section=passage.section,
        paragraph=passage.paragraph,
        file=papers[0].name if papers else None,
    )
    return Intent(details=details, papers=papers)


def _passage(workspace: Workspace, case_file: CaseFile, request: AddCommentRequest, draft: DraftSent) -> DraftPassage:
    given = [each for each in (request.paragraph, request.finding, request.section) if each is not None]
    if len(given) > 1:
        raise WrongUse("A comment is about one thing", remedy="Give --paragraph, --finding or --section.")
    copy = SentCopy(workspace, case_file.slug, draft, request.bodies[0])
    if request.paragraph is not None:
        return copy.paragraph(request.paragraph)
    if request.finding is not None:
        return copy.finding(request.finding)
    return copy.section(request.section) if request.section is not None else DraftPassage()


def _papers(workspace: Workspace, case_file: CaseFile, request: AddCommentRequest) -> tuple[Paper, ...]:
    if request.kept is None:
        return ()
    data = read_sent(workspace.start / request.kept, _LARGEST)
    what, like = f"comment-{'-'.join(request.bodies)}", PurePath(request.kept).name
    return (Paper(issued_name(f"{case_file.clock.today:%Y%m%d}", what, data, like), data),)


ADD_COMMENT = Action("add-comment", prepare)
