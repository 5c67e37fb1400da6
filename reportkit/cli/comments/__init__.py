"""`reportkit comments`: the draft goes to the bodies, their comments come back, each is answered."""

from __future__ import annotations

import click

from reportkit.cli.command_group import LookOrAct
from reportkit.cli.comments.acts import ACTS, MODULES


@click.group(
    cls=LookOrAct,
    acts=ACTS,
    modules={**MODULES, "look": MODULES["list"]},
    subcommand_metavar="[INSPECTION] | ACT INSPECTION …",
    epilog='An example: reportkit comments add harrowmere-homes almo --paragraph 12 --text "It was 58."',
)
def command() -> None:
    """Send the draft to the bodies, enter what they say, and answer it.

    With INSPECTION alone: every comment, who was heard and by when. The authority and its ALMO each get a copy of the
    signed draft and are invited to comment in writing [115]. How long they have is set in policy.yaml, as is that
    every comment is answered before the score is decided: no paragraph of the guidance settles either.

    Every act that records can be tried with --dry-run, which shows the record, or makes specimens, and records nothing.
    """
