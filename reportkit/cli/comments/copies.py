"""`reportkit comments copies`: what went to the bodies, handed over again."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say


@click.command("copies", epilog="An example: reportkit comments copies harrowmere-homes")
@click.argument("inspection", type=INSPECTION)
@click.option("--out", type=click.Path(), metavar="DIR", help="Where they go. By default out/.")
@looking
@click.pass_obj
def command(session: Session, inspection: str, out: str | None, manner: Manner) -> None:
    """Hand over again what went to the bodies last: the draft for comment, and what became of their comments.

    They are the documents that the record holds, byte for byte, with a message for each body whose address is in
    casework.yaml now. Nothing is made anew, and nothing is recorded.
    """
    from reportkit.actions.resend import ResendRequest, carry_out, prepare

    for sending in carry_out(prepare(session, ResendRequest(inspection=inspection, out=out, **manner.who()))):
        for path in sending.paths:
            click.echo(path)
        for remark in sending.remarks:
            say(remark, err=True)
        for message in sending.messages:
            click.echo(f"Send {message.to} this message: {message.path}")
