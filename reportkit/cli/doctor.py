"""`reportkit doctor`: what is fine on this computer, and what to do."""

from __future__ import annotations

import click

from reportkit.actions.doctor import doctor
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit


@click.command(epilog="An example: reportkit doctor")
@click.option("--json", "as_json", is_flag=True, help="Give the list as JSON.")
@click.pass_obj
def command(session: Session, *, as_json: bool) -> int:
    """Look over this machine: what is fine, and what to do.

    Looks at Git and your name in it, SSH keys, LibreOffice, line ends, and where the working
    repository is. Exits with 1 where something stops work.
    """
    found = doctor(session.start)
    if as_json:
        click.echo(json_bytes(found.outcomes))
    else:
        say("\n".join(map(str, found.outcomes)))
    return Exit.REFUSED if found.stops_work else Exit.DONE
