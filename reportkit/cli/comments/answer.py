"""`reportkit comments answer`: what becomes of a comment, and why."""

from __future__ import annotations

from typing import get_args

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.comment_events import Verdict


@click.command(
    "answer",
    epilog="An example: reportkit comments answer harrowmere-homes 4f0c2a --verdict in-part "
    "--reason 'The figure is corrected; the trend is as we found it.'",
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
def command(session: Session, /, inspection: str, comment: str | None, manner: Manner, **asked: object) -> None:
    """Answer COMMENT, by the beginning of its number; the only open one needs no number [115, 117].

    Where it is taken up, what changed is noted with its digest: the finding that the comment is about, or else whatever
    was saved after the comment was entered; --changed names files instead. What is accepted and changes nothing is
    asked about. At a terminal, without a verdict, the open comments come one after another. An answer may be given
    again: the last one holds.
    """
    from msgspec import convert

    from reportkit.actions.answer_comment import Given, answer_one, answer_one_after_another

    given = convert(asked, Given)
    asks = given.verdict is None and given.reason is None and session.may_ask
    (answer_one_after_another if asks else answer_one)(session, inspection, comment, given, manner)
