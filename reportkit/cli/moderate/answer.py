"""`reportkit moderate answer`: answer a query of the moderators."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    "answer", epilog='An example: reportkit moderate answer harrowmere-homes 4f0c2a --text "Twelve, of 3,400."'
)
@click.argument("inspection", type=INSPECTION)
@click.argument("query", required=False)
@click.option("--text", type=TEXT, required=True, help="The answer.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, query: str | None, text: str, manner: Manner) -> None:
    """Answer QUERY, by the beginning of its number; the only open one needs no number [114].

    The files of the inspection that changed since it was asked are noted with the answer.
    """
    from reportkit.actions.answer import ANSWER, AnswerRequest
    from reportkit.cli.act import act

    act(session, ANSWER, AnswerRequest(inspection=inspection, query=query, text=text, **manner.who()), manner)
