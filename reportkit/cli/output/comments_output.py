"""The comments of one inspection at the terminal: as a list, as JSON, and one at a time to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from reportkit.actions.comments_overview import CommentLine, CommentsOverview, Heard
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.terminal_output import say
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment
from reportkit.moderation.phrasing import bodies_of, in_a_line
from reportkit.moderation.sentences_to_bodies import VERDICTS
from reportkit.moderation.words import BODIES

FORMAT: Final = 1


def print_comments_json(overview: CommentsOverview) -> None:
    """Print the comments for other programs."""
    written = {
        "format": FORMAT,
        "brought-in": overview.brought_in,
        "inspection": overview.inspection,
        "bodies": overview.bodies,
        "comments": overview.comments,
    }
    click.echo(json_bytes(written))


def print_comments(overview: CommentsOverview) -> None:
    """Print how old the copy is, then a line for each body, and a few for each comment."""
    say_how_old(overview.brought_in)
    words = [*map(_of_body, overview.bodies), *(part for line in overview.comments for part in _of_comment(line))]
    say("\n".join(words) or f"The draft of {overview.inspection} was not sent to anyone yet.")


def print_comment_to_answer(entry: Entry) -> None:
    """Print the comment of a record, which is to be answered now."""
    comment = entry.record.details
    if isinstance(comment, Comment):
        about = comment.finding or comment.section or "the whole draft"
        place = f", paragraph {comment.paragraph}" if comment.paragraph else ""
        head = f"{short(entry.digest)}  {bodies_of(comment.bodies)}, {comment.received}, on {about}{place}:"
        click.echo(f"\n{head}\n\n{comment.says}\n", err=True)


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
