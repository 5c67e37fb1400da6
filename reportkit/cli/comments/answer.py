"""`reportkit comments answer`: what becomes of a comment, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.comment_events import Verdict

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.answer_comment import AnswerCommentRequest

_LATER: Final = "later"


@click.command(
    "answer",
    epilog="An example: reportkit comments answer harrowmere-homes 4f0c2a --verdict in-part "
    '--reason "The figure is corrected; the trend is as we found it."',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("comment", required=False)
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="What becomes of it.")
@click.option("--reason", type=TEXT, help="Why, in words that the bodies read.")
@click.option("--changed", multiple=True, metavar="FILE", help="A file of the inspection in which it was taken up.")
@click.option(
    "--nothing-to-change", "unchanged", is_flag=True, help="It is accepted, and nothing in the report follows from it."
)
@acting
@click.pass_obj
def command(session: Session, /, inspection: str, comment: str | None, manner: Manner, **asked: Any) -> None:
    """Answer COMMENT, by the beginning of its number; the only open one needs no number [115, 117].

    Where it is taken up, what changed is noted with its digest: the finding that the comment is about, or else whatever
    was saved after the comment was entered; --changed names files instead. What is accepted and changes nothing is
    asked about. At a terminal, without a verdict, the open comments come one after another. An answer may be given
    again: the last one holds.
    """
    from reportkit.actions.answer_comment import ANSWER_COMMENT, AnswerCommentRequest
    from reportkit.cli.act import act

    request = AnswerCommentRequest(inspection=inspection, comment=comment, **asked, **manner.who())
    if request.verdict is None and request.reason is None and session.may_ask:
        _answer_one_after_another(session, request, manner)
    else:
        act(session, ANSWER_COMMENT, request, manner)


def _answer_one_after_another(session: Session, request: AnswerCommentRequest, manner: Manner) -> None:
    """Show each open comment, or the one that is named, and ask for its answer; `later` leaves it open."""
    from msgspec.structs import replace

    from reportkit.actions.answer_comment import ANSWER_COMMENT, comments_to_answer
    from reportkit.cli.act import act
    from reportkit.cli.output.comments_output import print_comment_to_answer

    waiting = comments_to_answer(session, request)
    for entry in waiting:
        print_comment_to_answer(entry)
        verdict = click.prompt("What becomes of it", type=click.Choice((*get_args(Verdict), _LATER)), err=True)
        if verdict == _LATER:
            continue
        reason = click.prompt("Why", value_proc=lambda words: str(TEXT.convert(words, None, None)), err=True)
        answer = replace(request, comment=entry.digest, verdict=verdict, reason=reason)
        act(session, ANSWER_COMMENT, answer, manner)
    if not waiting:
        click.echo("No comment waits for an answer.", err=True)
