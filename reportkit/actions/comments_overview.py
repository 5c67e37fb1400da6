"""What the bodies said of the draft, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from reportkit.actions.actor import person_or_guest
from reportkit.actions.case_file import gather
from reportkit.actions.request import Request
from reportkit.inspection.milestones import Body
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment, Verdict
from reportkit.moderation.correspondence import Exchange
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace


class CommentsRequest(Request, frozen=True, kw_only=True):
    """Of which inspection, and whether only the comments that wait for an answer."""

    only_open: bool = False


class Heard(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One body: its last day to comment on the draft that was sent last, whether it was heard, whether it is late."""

    body: Body
    due: dt.date
    heard: bool
    late: bool


class CommentLine(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One comment, by the number that `answer` takes. `verdict` is None while it has no answer.

    `late` says that it came after its body's time. `about` is the finding or the section, or "".
    """

    number: str
    bodies: tuple[Body, ...]
    received: dt.date
    late: bool
    about: str
    paragraph: int | None
    says: str
    file: str | None
    verdict: Verdict | None
    reason: str
    changed: tuple[str, ...]


class CommentsOverview(Struct, frozen=True):
    """The bodies that had the draft of an inspection, and their comments, oldest first.

    `brought_in` is when this copy last learned what others shared, None where that is not known.
    """

    inspection: str
    bodies: tuple[Heard, ...]
    comments: tuple[CommentLine, ...]
    brought_in: dt.datetime | None


def comments_overview(workspace: Workspace, request: CommentsRequest) -> CommentsOverview:
    """Return who was heard, and every comment or those that are open."""
    reached = ask_last_reached(workspace)
    slug = workspace.inspection(request.inspection)
    case_file = gather(workspace, slug, request, person_or_guest)
    known = case_file.standing.exchange
    return CommentsOverview(
        inspection=slug,
        bodies=tuple(_heard(known, case_file.clock.today)),
        comments=tuple(line for line in lines_of(known) if not (request.only_open and line.verdict)),
        brought_in=reached(),
    )


def lines_of(known: Exchange) -> Iterator[CommentLine]:
    """Yield every comment, oldest first."""
    for entry, comment in known.comments:
        answer = known.answers.get(entry.digest)
        yield CommentLine(
            number=short(entry.digest),
            bodies=comment.bodies,
            received=comment.received,
            late=_is_late(entry, comment, known),
            about=comment.finding or comment.section or "",
            paragraph=comment.paragraph,
            says=comment.says or "",
            file=comment.file,
            verdict=answer[1].verdict if answer else None,
            reason=answer[1].reason if answer else "",
            changed=tuple(each.path for each in answer[1].changed) if answer else (),
        )


def _is_late(entry: Entry, comment: Comment, known: Exchange) -> bool:
    """Return whether it came after the last day that its bodies had for the draft that was sent last."""
    if known.sent is None or comment.draft != known.sent[0].digest:
        return False
    due = [known.due[body] for body in comment.bodies if body in known.due]
    return bool(due) and comment.received > max(due) and day_of(entry.record) > max(due)


def _heard(known: Exchange, today: dt.date) -> Iterator[Heard]:
    for body, due in known.due.items():
        heard = body in known.heard
        yield Heard(body=body, due=due, heard=heard, late=not heard and today > due)
