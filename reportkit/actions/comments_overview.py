"""The comments of one inspection: at the terminal and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click
import msgspec

from reportkit.actions.actor import whoever
from reportkit.actions.case_file import CaseFile, gather
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.inspection.milestones import Body
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment, Verdict
from reportkit.moderation.correspondence import Exchange
from reportkit.moderation.phrasing import bodies_of, in_a_line
from reportkit.moderation.sentences_to_bodies import VERDICTS
from reportkit.moderation.words import BODIES
from reportkit.workspace.workspace import Workspace

FORMAT = 1


class Heard(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """One body: by when it may comment on the draft that was sent last, whether it was heard, whether it is late."""

    body: Body
    due: dt.date
    heard: bool
    late: bool


class CommentLine(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """One comment, by the number that `answer` takes. `verdict` is None while nobody has answered it.

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


def show_comments(workspace: Workspace, slug: str, manner: Manner, *, only_open: bool, machine: bool) -> None:
    """Tell who was heard, and every comment or those that are open."""
    case_file = gather(workspace, slug, manner, whoever)
    known = case_file.standing.exchange
    heard = tuple(_heard(known, case_file.clock.today))
    lines = tuple(line for line in lines_of(known) if not (only_open and line.verdict))
    if machine:
        told = {"format": FORMAT, "inspection": slug, "bodies": heard, "comments": lines}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return
    words = [*map(_of_body, heard), *(part for line in lines for part in _of_comment(line))]
    say("\n".join(words) or _nothing(case_file))


def lines_of(known: Exchange) -> Iterator[CommentLine]:
    """Every comment, oldest first."""
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
    """Whether it came after the time that its bodies had for the draft that was sent last."""
    if known.sent is None or comment.draft != known.sent[0].digest:
        return False
    due = [known.due[body] for body in comment.bodies if body in known.due]
    return bool(due) and comment.received > max(due) and day_of(entry.record) > max(due)


def _heard(known: Exchange, today: dt.date) -> Iterator[Heard]:
    for body, due in known.due.items():
        heard = body in known.heard
        yield Heard(body=body, due=due, heard=heard, late=not heard and today > due)


def _of_body(heard: Heard) -> str:
    state = "heard" if heard.heard else "late: its time has run out" if heard.late else "not heard yet"
    return f"{BODIES[heard.body]}: by {heard.due}, {state}"


def _of_comment(line: CommentLine) -> Iterator[str]:
    place = ", ".join(filter(None, (line.about, f"paragraph {line.paragraph}" if line.paragraph else "")))
    late = ", late" if line.late else ""
    yield ""
    yield f"{line.number}  {bodies_of(line.bodies)}, {line.received}{late}{f', on {place}' if place else ''}"
    yield f"    {in_a_line(line.says)}"
    if line.verdict is None:
        yield "    Open."
        return
    changed = f" Changed: {', '.join(line.changed)}." if line.changed else ""
    yield f"    {VERDICTS[line.verdict]}: {in_a_line(line.reason)}{changed}"


def _nothing(case_file: CaseFile) -> str:
    return f"The draft of {case_file.slug} was not sent to anybody yet."
