"""`reportkit moderate submit`: the team hands its inspection to the moderators."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command("submit", epilog='An example: reportkit moderate submit harrowmere-homes --note "Ready for Thursday."')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--note", type=TEXT, help="What the moderators should know.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, note: str | None, manner: Manner) -> None:
    """Hand an inspection to its moderators [114].

    Refused while it has unsaved changes, or while `reportkit check --for submit` fails: everything that is in the
    way is listed at once.
    """
    from reportkit.actions.submit import SUBMIT, SubmitRequest
    from reportkit.cli.act import act

    act(session, SUBMIT, SubmitRequest(inspection=inspection, note=note, **manner.who()), manner)
