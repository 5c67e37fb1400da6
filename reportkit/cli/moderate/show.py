"""`reportkit moderate` alone, or with an inspection: what waits, and where one stands."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Exit


@click.command("look", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md tells its shape.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, manner: Manner, *, machine: bool) -> Exit:
    """Show what waits for you or, with INSPECTION or inside its folder, where that one stands."""
    name = inspection or session.inspection_here()
    if name is None:
        from reportkit.cli.output.to_do import show_what_waits

        return show_what_waits(session, manner, machine=machine)
    from reportkit.cli.output.inspection_status import show_one

    show_one(session, session.inspection(name), manner, machine=machine)
    return Exit.DONE
