"""`reportkit history`: who did what, when, in which role, on which content, and how sure that is."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit history harrowmere-homes --out history.docx")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--people", is_flag=True, help="Instead: every change of policy.yaml.")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md tells its shape.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write a table into a .docx.")
@click.pass_obj
def command(session: Session, inspection: str | None, out: Path | None, *, people: bool, machine: bool) -> None:
    """Tell all that was recorded of an inspection, oldest first: the audit trail.

    Each line says who acted, when, in which role, what they did, on which content, and how sure it is that it was
    they: proven by their key, claimed by Git's name, or reported by an administrator. What does not count says why.
    """
    from reportkit.cli.output.history_output import HistoryWanted, show_trail
    from reportkit.moderation.record import OF_THE_HOUSE

    slug = OF_THE_HOUSE if people else session.inspection(inspection)
    show_trail(session, slug, HistoryWanted(machine=machine, out=out))
