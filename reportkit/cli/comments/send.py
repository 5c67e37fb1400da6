"""`reportkit comments send`: the signed draft goes to the bodies."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, NAMES, TEXT, Manner, acting_shared_first
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    "send",
    epilog="An example: reportkit comments send harrowmere-homes --turn before --agreed-on 2004-06-01 "
    '--agreed-with "Jane Hart,Mo Khan"',
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option(
    "--turn",
    type=click.Choice(("before", "after")),
    help="Whether written comments come before the round table or after it, as agreed with both.",
)
@click.option("--agreed-on", type=DAY, help="The day on which that was agreed.")
@click.option("--agreed-with", type=NAMES, default=(), help="With whom, by name, with commas.")
@click.option("--wider/--no-wider", default=None, help="Whether the authority prefers a wider presentation too.")
@click.option("--note", type=TEXT, help="What else should be kept.")
@click.option("--with-gaps", is_flag=True, help="Send it although the report has gaps; each says that it is one.")
@click.option("--reason", type=TEXT, help="Why it goes out with gaps. It is recorded.")
@click.option("--out", type=click.Path(), metavar="DIR", help="Where the messages go. By default out/.")
@acting_shared_first
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Send the signed draft to the authority and its ALMO, and invite comments in writing [115].

    Only with every sign-off. Each body gets a copy of its own, drawn from what was signed, marked as a draft for
    comment with its name, and with numbered paragraphs. The copies are kept, and the day by which comments are due is
    recorded: as many working days of England from today as policy.yaml says. Where there is a shared place, it has the
    record first. Then a message for each body, with its copy, is written for you to send. What the first sending
    settled about the round table need not be said again.

    A report with gaps is not sent: each is named, with its file and line and who wrote that part. With --with-gaps and
    a --reason it is sent all the same, and each gap is marked as to be completed.
    """
    from reportkit.actions.send_draft import SEND_DRAFT, SendDraftRequest
    from reportkit.cli.act import act

    act(session, SEND_DRAFT, SendDraftRequest(inspection=inspection, **asked, **manner.who()), manner)
