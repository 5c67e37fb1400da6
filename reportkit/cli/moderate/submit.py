"""`reportkit moderate submit`: the team hands its inspection to the moderators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.case_file import CaseFile
    from reportkit.actions.intent import Intent


@click.command("submit", epilog="An example: reportkit moderate submit harrowmere-homes --note 'Ready for Thursday.'")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--note", type=TEXT, help="What the moderators should know.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, note: str | None, manner: Manner) -> None:
    """Hand an inspection to its moderators [114].

    Refused while it has unsaved changes, or while `reportkit check --for submit` fails: everything that is in the
    way is listed at once.
    """
    from reportkit.actions.intent import Intent
    from reportkit.actions.seen_content import content
    from reportkit.cli.old_act import act
    from reportkit.moderation.events import Submitted

    def intend(case_file: CaseFile) -> Intent:
        return Intent(details=Submitted(content=content(session, case_file.slug), note=note), needs="submit")

    act(session, inspection, manner, intend)
