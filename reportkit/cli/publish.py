"""`reportkit publish`: the final report, from what was signed."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting_shared_first
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit publish harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--reason", type=TEXT, help="Why it took less than ten weeks from arrival on site, or more than sixteen.")
@click.option("--out", type=click.Path(), metavar="FOLDER", help="Where copies go; by default, out/.")
@acting_shared_first
@click.pass_obj
def command(session: Session, inspection: str | None, reason: str | None, out: str | None, manner: Manner) -> None:
    """Publish the final report: drawn from what was signed, after the letters with the score [117].

    The finished Word file is opened and read again. It holds no comment, tracked change, hidden text, watermark, gap
    or mark of a draft; no sensitive finding that was not cleared; and no authority that casework.yaml lists as advised.
    A list of what changed since the draft that the bodies saw is made with it, and a PDF copy where LibreOffice is
    installed. All are kept in issued/ and recorded, in the shared place first where there is one; then copies are put
    into out/.
    """
    from reportkit.actions.publish import PUBLISH, PublishRequest
    from reportkit.cli.act import act

    act(session, PUBLISH, PublishRequest(inspection=inspection, reason=reason, out=out, **manner.who()), manner)
