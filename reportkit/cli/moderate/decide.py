"""`reportkit moderate decide`: record the final score."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

_OUTCOME = "`agreed`, or FROM:TO:WHY where the comments changed it."


@click.command(
    "decide", epilog="An example: reportkit moderate decide harrowmere-homes --service agreed --prospects agreed"
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--service", type=LINE, required=True, help=f"How good the service is: {_OUTCOME}")
@click.option("--prospects", type=LINE, required=True, help="The prospects for improvement, in the same way.")
@click.option("--not-sent-again", type=TEXT, help="Why the bodies need not see again what got worse for them.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Record the final score: both judgements, as the moderators agreed them or changed, and why [117].

    Refused until every comment is answered, and each body has commented, said that it has none, or let its time run
    out. inspection.yaml must say both ratings by then. Where the inspection changed since the moderators signed, they
    sign the final report after it. Where a judgement was lowered or a weakness added since the bodies saw the draft, it
    is sent to them again first, or --not-sent-again says why not.
    """
    from reportkit.actions.decide import DECIDE, DecideRequest
    from reportkit.cli.act import act

    act(session, DECIDE, DecideRequest(inspection=inspection, **asked, **manner.who()), manner)
