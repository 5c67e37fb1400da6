"""`reportkit questionnaire INSPECTION`: the questionnaire as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.inspection.bodies import Bodies


@click.command("look", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--to", "body", type=click.Choice(["almo", "authority", "both"]), default="both", help="Who fills it in.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to put it: a .docx, or a folder.")
@click.pass_obj
def command(session: Session, inspection: str | None, body: Bodies, out: Path | None) -> None:
    """Make the questionnaire of INSPECTION, or of the one whose folder you are in."""
    from reportkit.actions.make_questionnaire import make_questionnaire
    from reportkit.workspace.deliver import deliver, word_file

    slug = session.inspection(inspection)
    ending = "" if body == "both" else f"-{body}"
    target = word_file(session.output(out), f"{slug}-questionnaire{ending}.docx")
    made = make_questionnaire(session, slug, body)
    path = deliver(target, made.data)
    click.echo(path)
    if path != target:
        click.echo(f"{target.name} is open, so this one was put beside it.", err=True)
    click.echo(f"{made.questions} questions. `reportkit questionnaire import` brings the answers in.", err=True)
