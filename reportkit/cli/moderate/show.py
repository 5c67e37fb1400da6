"""`reportkit moderate` alone, or with an inspection: show what waits, and where one inspection stands."""

from __future__ import annotations

import click

from reportkit.actions.request import Request
from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Exit


@click.command("look", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, manner: Manner, *, machine: bool) -> Exit:
    """Show what waits for you or, with INSPECTION or inside its folder, where that one stands."""
    name = inspection or session.inspection_here()
    request = Request(inspection=name, **manner.who())
    if name is None:
        return _show_to_do(session, request, machine=machine)
    return _show_inspection(session, request, machine=machine)


def _show_to_do(session: Session, request: Request, *, machine: bool) -> Exit:
    from reportkit.actions.to_do import to_do
    from reportkit.cli.output.to_do import say_to_do, to_do_json

    found = to_do(session, request)
    if machine:
        click.echo(to_do_json(found))
    else:
        say_to_do(found)
    return found.code


def _show_inspection(session: Session, request: Request, *, machine: bool) -> Exit:
    from reportkit.actions.inspection_status import inspection_status
    from reportkit.cli.output.inspection_status import inspection_status_json, say_inspection_status

    status = inspection_status(session, request)
    if machine:
        click.echo(inspection_status_json(status))
    else:
        say_inspection_status(status)
    return Exit.DONE
