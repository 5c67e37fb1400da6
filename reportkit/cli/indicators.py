"""`reportkit indicators`: every figure beside what it is held against."""

from __future__ import annotations

import click

from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit indicators harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/indicators.md tells its shape.")
@click.pass_obj
def command(session: Session, inspection: str | None, *, machine: bool) -> None:
    """Show an inspection's performance indicators beside what they are held against [66-77].

    Each with its value, whether it is at or better or worse than the point where the best quarter of authorities of
    that type begins, by how much, and whether it was verified; shares from surveys with how sure they are.
    """
    from reportkit.cli.figures.as_json import as_json
    from reportkit.cli.figures.as_text import lines
    from reportkit.cli.loading import load
    from reportkit.reading.folder import FolderFiles

    found = load(FolderFiles(session.root), session.inspection(inspection))
    click.echo(as_json(found) if machine else "\n".join(lines(found)))
