"""`reportkit draft`: from a folder of findings to a Word report."""

from __future__ import annotations

import time
from pathlib import Path

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused


@click.command(epilog="An example: reportkit draft harrowmere-homes --open")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to put it: a .docx, or a folder.")
@click.option("--open", "show", is_flag=True, help="Open it when it is done.")
@click.pass_obj
def command(session: Session, inspection: str | None, out: Path | None, *, show: bool) -> None:
    """Make the Word report of INSPECTION from what its folder holds now.

    Gaps are marked where they stand, and no rule stops a draft: `reportkit check` lists what is
    missing. Inside an inspection's folder its name may be left out.
    """
    from reportkit.actions.draft import draft
    from reportkit.cli.output.draft_output import counts
    from reportkit.workspace.deliver import deliver, word_file

    started = time.perf_counter()
    slug = session.inspection(inspection)
    target = word_file(session.output(out), f"{slug}-draft.docx")
    made = draft(session.root, slug)
    path = deliver(target, made.data)
    click.echo(path)
    for copy in made.left_out:
        say(str(copy), err=True)
    if path != target:
        click.echo(f"{target.name} is open, so this one was put beside it.", err=True)
    seconds = time.perf_counter() - started
    say(f"{counts(made)}; {seconds:.1f} s. `reportkit check {slug}` lists what is missing.", err=True)
    if show:
        open_document(path)


def open_document(path: Path) -> None:
    """Show a document to the person at the machine. Raises Refused where nothing can show it."""
    if click.launch(str(path)) != 0:
        raise Refused("No program was found to open it", where=str(path), remedy="Open it in Word yourself.")
