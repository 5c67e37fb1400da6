"""`reportkit comments add`: a comment of the authority, the ALMO or both is entered."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.words import BODIES


@click.command(
    "add",
    epilog="An example: reportkit comments add harrowmere-homes almo --received 2004-06-21 --paragraph 12 "
    '--text "The figure is for the year before." --file letter.pdf',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=click.Choice((*BODIES, "both")))
@click.option("--received", type=DAY, help="The day on which it came. By default today.")
@click.option("--paragraph", type=click.IntRange(1), help="The number of the paragraph in the copy that was sent.")
@click.option("--finding", type=FINDING, help="The finding that it is about.")
@click.option("--section", type=LINE, help="The heading of the section that it is about.")
@click.option("--text", type=TEXT, help="What they say. Without it an editor opens.")
@click.option("--file-text", type=click.Path(), help="A text file with what they say.")
@click.option("--file", "kept", type=click.Path(), help="The e-mail, letter or PDF itself, to be kept.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str, body: str, manner: Manner, **asked: Any) -> None:
    """Enter a comment of the authority, the ALMO or both on the draft that they had [115].

    One comment at a time, so that each is answered. A paragraph's number is looked up in the copy that was sent: what
    is recorded is the finding or section that it came from. Without any of these the comment is on the whole draft.
    """
    from reportkit.actions.add_comment import ADD_COMMENT, AddCommentRequest
    from reportkit.cli.act import act
    from reportkit.cli.asking.comment_text import comment_text

    says = comment_text(session, asked.pop("text"), asked.pop("file_text"))
    bodies = tuple(each for each in BODIES if body in (each, "both"))
    request = AddCommentRequest(inspection=inspection, bodies=bodies, says=says, **asked, **manner.who())
    act(session, ADD_COMMENT, request, manner)
