"""`reportkit questionnaire import`: the answers of a filled-in questionnaire as evidence, after a look at them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("import", epilog="An example: reportkit questionnaire import harrowmere-homes answers.docx")
@click.argument("inspection", type=INSPECTION)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--from", "body", type=click.Choice(["almo", "authority", "both"]), help="Who answered; FILE knows it.")
@click.option("--held", metavar="PLACE", help="Where the original is kept; else its file's name is noted.")
@click.option("--received", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When it came; else today.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody is at the terminal.")
@click.pass_obj
def command(session: Session, /, inspection: str, file: Path, received: dt.datetime | None, **said: object) -> None:
    """Bring the answers in FILE, a filled-in questionnaire, in as files in evidence/, after showing which.

    Each part that was answered becomes one piece of evidence: a document, with the questions that it serves. Nothing
    is written over: what is there already in the same words is left out, and other answers to the same part get a
    number. All of it is written, or nothing.
    """
    from msgspec import convert

    from reportkit.actions.import_questionnaire import QuestionnaireFile, bring_in

    date = received.date() if received else None
    bring_in(
        session,
        session.inspection(inspection),
        convert({**said, "file": session.start / file, "received": date}, QuestionnaireFile),
    )
