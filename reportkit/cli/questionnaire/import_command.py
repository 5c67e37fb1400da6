"""`reportkit questionnaire import`: the answers of a filled-in questionnaire as evidence, after a look at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.import_questionnaire import PreparedAnswers


@click.command("import", epilog="An example: reportkit questionnaire import harrowmere-homes answers.docx")
@click.argument("inspection", type=INSPECTION)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--from", "body", type=click.Choice(["almo", "authority", "both"]), help="Who answered; FILE knows it.")
@click.option("--held", metavar="PLACE", help="Where the original is kept; else its file's name is noted.")
@click.option("--received", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When it came; else today.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where there is no terminal.")
@click.pass_obj
def command(
    session: Session, /, inspection: str, file: Path, received: dt.datetime | None, *, yes: bool, **said: object
) -> None:
    """Bring the answers in FILE, a filled-in questionnaire, in as files in evidence/, after showing which.

    Each part that was answered becomes one piece of evidence: a document, with the questions that it serves. Nothing
    is written over: what is there already in the same words is left out, and other answers to the same part get a
    number. All of it is written, or nothing.
    """
    from msgspec import convert

    from reportkit.actions.import_questionnaire import ImportQuestionnaireRequest, prepare

    date = received.date() if received else None
    given = {**said, "inspection": inspection, "file": session.start / file, "received": date}
    prepared = prepare(session, convert(given, ImportQuestionnaireRequest))
    click.echo("\n".join(preview(prepared)))
    if prepared.same:
        say(f"{prepared.same} of its parts are there already in the same words, and are left as they are.", err=True)
    if prepared.files:
        _write(session, prepared, yes=yes)
    else:
        click.echo("Nothing was written.", err=True)


def _write(session: Session, prepared: PreparedAnswers, *, yes: bool) -> None:
    """Write the evidence once the person agrees."""
    from reportkit.actions.import_questionnaire import carry_out
    from reportkit.cli.asking.confirm import confirm_or_yes

    confirm_or_yes(session, prepared.confirmation, yes=yes)
    written = len(carry_out(session, prepared))
    say(f"Written: {written} files. `reportkit check {prepared.inspection}` says what is missing.", err=True)


def preview(prepared: PreparedAnswers) -> Iterator[str]:
    """Return what would be written, and what would not come in."""
    answered = f"{prepared.answered} of {prepared.questions} questions are answered, in {prepared.parts} parts"
    yield f"{prepared.inspection}: {answered}."
    yield from (f"+ evidence/{write.path.rpartition('/')[2]}" for write in prepared.files)
    yield from (
        f"! {name}: its answer holds {' and '.join(beside)}; only the answer's own words come in"
        for name, beside in prepared.beside
    )
    yield from (f"! Belongs to no question, and does not come in: {words}" for words in prepared.strays)
