"""`reportkit indicators INSPECTION`: the figures at the terminal, or as JSON."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("look", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/indicators.md describes it.")
@click.pass_obj
def command(session: Session, inspection: str | None, *, machine: bool) -> None:
    """Show the indicators of INSPECTION, or of the one whose folder you are in."""
    from reportkit.actions.indicators import indicators_of
    from reportkit.cli.output.indicators_json import as_json
    from reportkit.cli.output.indicators_table import lines

    found = indicators_of(session, inspection)
    click.echo(as_json(found) if machine else "\n".join(lines(found)))
