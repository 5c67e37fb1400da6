"""`reportkit moderate query`: ask for further information."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.session import Session


@click.command(
    "query",
    epilog="An example: reportkit moderate query harrowmere-homes --about repairs-backlog --of a-okafor "
    '--by 2004-06-21 --text "How many repairs are older than a year?"',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option(
    "--about",
    type=LINE,
    shell_complete=FINDING.shell_complete,
    help="A finding’s id, `service` or `prospects`. Without it: in general.",
)
@click.option(
    "--of", "whom", type=LINE, required=True, help="Who is asked: an id of policy.yaml or the team, or a name."
)
@click.option("--by", "due", type=DAY, required=True, help="The day by which the answer is due.")
@click.option("--text", type=TEXT, required=True, help="What is asked.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Ask for further information: on a finding, on a judgement, or in general [114].

    No moderator signs before every query is answered, or taken back by the person who asked it.
    """
    from reportkit.actions.query import QUERY, QueryRequest
    from reportkit.cli.act import act

    act(session, QUERY, QueryRequest(inspection=inspection, **asked, **manner.who()), manner)
