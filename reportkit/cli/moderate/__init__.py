"""`reportkit moderate`: what waits for me, where an inspection stands, and every act of moderation."""

from __future__ import annotations

import click

from reportkit.cli.command_group import LookOrAct
from reportkit.cli.moderate.acts import ACTS, MODULES


@click.group(
    cls=LookOrAct,
    acts=ACTS,
    modules={**MODULES, "look": "reportkit.cli.moderate.show"},
    subcommand_metavar="[INSPECTION] | ACT INSPECTION …",
    epilog="An example: reportkit moderate sign-off harrowmere-homes",
)
def command() -> None:
    """Show what waits for you, where an inspection stands, or act on it.

    Alone: everything that waits for you, oldest deadline first. With INSPECTION: where it stands, what changed since
    you last signed, what is open, and the one command that comes next. With --json: the same for other programs.

    Every act that records can be tried with --dry-run, which shows the record and records nothing.
    """
