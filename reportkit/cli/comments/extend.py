"""`reportkit comments extend`: a body has more time to comment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportkit.actions.body_names import BODY
from reportkit.cli.parameters.act_options import DAY, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:
    from reportkit.inspection.milestones import Body


@click.command(
    "extend",
    epilog="An example: reportkit comments extend harrowmere-homes almo --to 2004-07-09 "
    "--reason 'The board meets late.'",
)
@click.argument("inspection", type=INSPECTION)
@click.argument("body", type=BODY)
@click.option("--to", "until", type=DAY, required=True, help="The last day on which comments are waited for.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, body: Body, until: dt.date, reason: str | None, manner: Manner) -> None:
    """Give a body until another day to comment: the authority or the ALMO.

    How long comments are waited for is policy; the guidance names no time.
    """
    from reportkit.actions.intent import Intent
    from reportkit.actions.sent_drafts import last_draft
    from reportkit.cli.old_act import act
    from reportkit.moderation.comment_events import Extension

    act(
        session,
        inspection,
        manner,
        lambda scene: Intent(
            details=Extension(draft=last_draft(scene)[0].digest, body=body, until=until, reason=reason)
        ),
    )
