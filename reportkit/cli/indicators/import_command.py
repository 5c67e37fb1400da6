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
@click.option("--yes", is_flag=True, help="Do not ask; needed where there is no terminal.")
@click.pass_obj
def command(session: Session, inspection: str, file: Path, sheet: str | None, *, yes: bool) -> None:
    """Replace an inspection's indicators.csv by the table in FILE, a .csv or .xlsx, after showing what changes.

    The first row names the columns, as in indicators.csv (docs/indicators.md). Every problem is named by its cell, such
    as B7, or its line, and then nothing is written. The whole table is replaced: what FILE does not hold goes.
    """
    from reportkit.actions.import_indicators import NAME, ImportIndicatorsRequest, carry_out, prepare
    from reportkit.cli.asking.confirm import confirm_or_yes
    from reportkit.cli.output.indicators_import_output import preview

    request = ImportIndicatorsRequest(inspection=inspection, file=session.start / file, sheet=sheet)
    prepared = prepare(session, request)
    if prepared.is_there_already:
        click.echo(f"{NAME} holds the same already; nothing was written.", err=True)
        return
    click.echo("\n".join(preview(prepared)))
    confirm_or_yes(session, prepared.confirmation, yes=yes)
    path = carry_out(session, prepared)
    click.echo(f"Written: {path}. `reportkit check` says what it still needs.", err=True)
