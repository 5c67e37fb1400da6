"""`reportkit status`: every inspection in a line."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.session import Session
from reportkit.errors import Exit


@click.command(epilog="An example: reportkit status --late")
@click.option("--late", is_flag=True, help="Only those with a deadline that has passed.")
@click.option("--mine", "own", is_flag=True, help="Only those where something waits for you.")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@looking
@click.pass_obj
def command(session: Session, manner: Manner, *, late: bool, own: bool, machine: bool) -> Exit:
    """Show every inspection in a line: its stage, what comes next, whose that is, and by when.

    It shows what is saved. Findings are read only of an inspection that changed while the bodies had its draft:
    `reportkit check` shows what is wrong inside one. Where the stage of an inspection cannot be found, a line after the
    others says why.

    Exit code 0: every stage was found. 1: an inspection.yaml that cannot be read. 3: a damaged record. 4: a
    record that a newer reportkit made.
    """
    from reportkit.actions.status_table import StatusRequest, status_table
    from reportkit.cli.output.status_table import say_status, status_json

    request = StatusRequest(late=late, own=own, **manner.who())
    table = status_table(session, request)
    if machine:
        click.echo(status_json(table))
    else:
        say_status(table, request)
    return table.code
