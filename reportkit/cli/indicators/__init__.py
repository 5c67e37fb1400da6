"""`reportkit indicators`: every figure beside what it is held against, and a table of new figures brought in."""

from __future__ import annotations

import click

from reportkit.cli.command_group import LookOrAct


@click.group(
    cls=LookOrAct,
    acts={"import": "Replace indicators.csv by a table from a .csv or .xlsx file, after a look at what changes."},
    modules={"look": "reportkit.cli.indicators.show", "import": "reportkit.cli.indicators.import_command"},
    subcommand_metavar="[INSPECTION] | import INSPECTION FILE",
    epilog="An example: reportkit indicators harrowmere-homes",
)
def command() -> None:
    """Show an inspection's performance indicators beside what they are held against [66-77].

    Each with its value, whether it is at or better or worse than the point where the best quarter of authorities of
    that type begins, by how much, and whether it was verified; shares from surveys with how sure they are. With --json:
    the same for other programs; docs/indicators.md tells its shape.
    """
