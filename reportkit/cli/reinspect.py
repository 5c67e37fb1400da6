"""`reportkit reinspect`: the day of a re-inspection is agreed, and its folder is made."""

from __future__ import annotations

import click
from msgspec import convert

from reportkit.cli.parameters.act_options import DAY, LINE, NAMES, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog='An example: reportkit reinspect ashby-homes-2003 --on 2004-09-06 --with "J. Ford"')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--on", type=DAY, required=True, help="The day that was agreed with the authority.")
@click.option("--with", "people", type=NAMES, default=(), help="With whom, by name, with commas.")
@click.option("--agreed-on", type=DAY, help="The day of the agreement. By default today.")
@click.option("--reason", type=TEXT, help="Why then, where it is later than nine months after the report.")
@click.option("--name", type=LINE, help="What the new inspection is called. By default as this one, with the year.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: object) -> None:
    """Agree the day of a re-inspection, for a service that was judged below good [118].

    At least six months after the report was published; before that the day is provisional. The first time, the new
    inspection's folder is made in the same version: with the bodies, with this inspection as the previous one, and
    with earlier.yaml, which lists every weakness and recommendation to be looked at again [80]. Said again, it moves
    the day. For less than six months, `moderate override INSPECTION L02` names who allowed it, and why.
    """
    from reportkit.actions.reinspect import REINSPECT, ReinspectRequest
    from reportkit.cli.act import act

    request = convert({"inspection": inspection, **asked, **manner.who()}, ReinspectRequest)
    act(session, REINSPECT, request, manner)
