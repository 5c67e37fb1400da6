"""`reportkit notify`: tell the score, record how each letter went off, hand copies over."""

from __future__ import annotations

import click

from reportkit.cli.command_group import LookOrAct
from reportkit.cli.notify.acts import ACTS, MODULES


@click.group(
    cls=LookOrAct,
    acts=ACTS,
    modules=MODULES,
    subcommand_metavar="[INSPECTION] | ACT INSPECTION …",
    epilog="An example: reportkit notify harrowmere-homes --dry-run",
)
def command() -> None:
    """Tell the score: letters to authority, ALMO and ODPM and the press release, in one act [117].

    With INSPECTION: make all of them from the decision, dated today, read each again, record them together, and put
    copies and messages into out/. `reportkit notify INSPECTION --help` lists the options: --dry-run makes specimens,
    --prepare final copies to print beforehand.
    """
