"""`reportkit moderate clear`: let a sensitive finding be shown in public papers."""

from __future__ import annotations

from typing import get_args

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.outcome_events import Paper


@click.command(
    "clear",
    epilog="An example: reportkit moderate clear harrowmere-homes racial-harassment --for report "
    '--reason "Those concerned agreed."',
)
@click.argument("inspection", type=INSPECTION)
@click.argument("finding", type=FINDING)
@click.option(
    "--for",
    "papers",
    type=click.Choice(get_args(Paper)),
    multiple=True,
    required=True,
    help="The paper in which it may stand; may be said again for another.",
)
@click.option("--reason", type=TEXT, help="Why it may.")
@acting
@click.pass_obj
def command(
    session: Session, /, inspection: str, finding: str, papers: tuple[Paper, ...], reason: str | None, manner: Manner
) -> None:
    """Let FINDING, which is marked sensitive, stand in letters, press release or report.

    Without it the finding stays out of them, with every recommendation that answers nothing else. It holds for the
    finding as it is saved now, and is gone once that is edited.
    """
    from reportkit.actions.clear import CLEAR, ClearRequest
    from reportkit.cli.act import act

    request = ClearRequest(inspection=inspection, finding=finding, papers=papers, reason=reason, **manner.who())
    act(session, CLEAR, request, manner)
