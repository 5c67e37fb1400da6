"""`reportkit indicators import`: a table of figures brought in, after a look at what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.import_indicators import PreparedIndicators
    from reportkit.inspection.inspection_changes import Change

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


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

    request = ImportIndicatorsRequest(inspection=inspection, file=session.start / file, sheet=sheet)
    prepared = prepare(session, request)
    if prepared.is_there_already:
        click.echo(f"{NAME} holds the same already; nothing was written.", err=True)
        return
    click.echo("\n".join(preview(prepared)))
    confirm_or_yes(session, prepared.confirmation, yes=yes)
    path = carry_out(session, prepared)
    click.echo(f"Written: {path}. `reportkit check` says what it still needs.", err=True)


def preview(prepared: PreparedIndicators) -> Iterator[str]:
    """Return what would change; all the new rows where indicators.csv cannot be read as it is."""
    from reportkit.actions.import_indicators import NAME

    if prepared.changes is None or prepared.before is None:
        yield f"{NAME} cannot be read as it is, so all of it would be replaced:"
        yield from (f"+ {each.code} {each.name}" for each in prepared.after)
        return
    yield from _change_lines(prepared.changes)
    done = Counter(change.done for change in prepared.changes)
    counts = f"{done['added']} added, {done['changed']} changed, {done['removed']} removed"
    yield f"{len(prepared.before)} indicators before, {len(prepared.after)} after: {counts}."


def _change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """Return one line for each thing that differs, and one below it for each of its fields."""
    for change in changes:
        yield f"{_SIGNS[change.done]} {change.id} {change.title}"
        for altered in change.altered:
            yield f"    {altered.field.replace('_', '-')}: {_said(altered.before)} → {_said(altered.after)}"


def _said(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
