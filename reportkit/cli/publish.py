"""`reportkit publish`: the final report, from what was signed."""

from __future__ import annotations

import click

from reportkit.cli.moderating.options import TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit publish harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--reason", type=TEXT, help="Why it took less than ten weeks from arrival on site, or more than sixteen.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, reason: str | None, manner: Manner) -> None:
    """Publish the final report: drawn from what was signed, after the letters that tell the score [117].

    The finished Word file is opened and read again. It holds no comment, tracked change, hidden text, watermark, gap
    or mark of a draft; no sensitive finding that nobody cleared; and no authority that casework.yaml lists as advised.
    A list of what changed since the draft that the bodies saw is made with it. Both are kept in issued/, and recorded.
    """
    from reportkit.cli.moderating.acting import act
    from reportkit.cli.publishing.making import publication

    act(session, inspection, manner, lambda scene: publication(session, scene, reason))
