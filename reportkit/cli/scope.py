"""`reportkit scope`: which services get a full and which a lighter inspection, and why."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit scope harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/scope.md describes it.")
@click.pass_obj
def command(session: Session, inspection: str | None, *, machine: bool) -> None:
    """Work out which services get a full and which a lighter inspection, and why [100-103].

    It follows `previous` in inspection.yaml from inspection to inspection, and sets what their results allow beside the
    `depth` that is written. Of an indicative inspection it shows what an ALMO inspection after it could look at more
    lightly. A lighter inspection that nothing allows is an error of `reportkit check` (rules C06 and C07).
    """
    from reportkit.actions.scope import scope
    from reportkit.cli.output.scope_output import as_json, lines

    found = scope(session, inspection)
    click.echo(as_json(found) if machine else "\n".join(lines(found)))
