"""`reportkit indicators import`: a table of figures brought in, after a look at what changes."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("import", epilog="An example: reportkit indicators import harrowmere-homes figures-2003-04.xlsx")
@click.argument("inspection", type=INSPECTION)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--sheet", metavar="NAME", help="Which sheet of the workbook, where it has several.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody is at the terminal.")
@click.pass_obj
def command(session: Session, inspection: str, file: Path, sheet: str | None, *, yes: bool) -> None:
    """Replace an inspection's indicators.csv by the table in FILE, a .csv or .xlsx, after showing what changes.

    The first row names the columns, as in indicators.csv (docs/indicators.md). Every problem is named by its cell, such
    as B7, or its line, and then nothing is written. The whole table is replaced: what FILE does not hold goes.
    """
    from reportkit.actions.import_indicators import IndicatorFile, bring_in

    bring_in(session, session.inspection(inspection), IndicatorFile(file=session.start / file, sheet=sheet, yes=yes))
