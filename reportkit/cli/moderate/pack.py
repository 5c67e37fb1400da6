"""`reportkit moderate pack`: make what moderators read before they sign, in Word or as messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.make_pack import PackRequest, PreparedPack


@click.command("pack", epilog="An example: reportkit moderate pack harrowmere-homes --eml")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--out", type=click.Path(), metavar="FILE", help="Where to put it: a .docx, or a folder.")
@click.option("--eml", is_flag=True, help="Write a message to each moderator instead, with pack and draft report.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, out: str | None, manner: Manner, *, eml: bool) -> None:
    """Make the moderation pack of what is saved: what changed, what it rests on, what to ask, what was recorded [114].

    It shows what changed since you last signed or did not agree, or else since the round before. With --eml each
    moderator gets their own, in a message with the draft report, and as text to copy for mail programs that do not
    send such a file; nothing is sent, and nothing is recorded.
    """
    from reportkit.actions.make_pack import PackRequest, carry_out, prepare_pack
    from reportkit.cli.output.sharing_output import say_how_old

    request = PackRequest(inspection=inspection, out=out, **manner.who())
    prepared = _messages(session, request) if eml else prepare_pack(session, request)
    for path in carry_out(prepared):
        click.echo(path)
    for remark in prepared.remarks:
        say(remark, err=True)
    say_how_old(prepared.brought_in)


def _messages(session: Session, request: PackRequest) -> PreparedPack:
    """Make the messages of the newest version that is shared."""
    from reportkit.actions.make_pack import prepare_messages, refuse_file_name
    from reportkit.cli.output.sharing_output import say_what_to_look_at
    from reportkit.workspace.sharing import bring_in

    refuse_file_name(session, request)
    with shown_progress() as progress:
        sharing = bring_in(session, progress)
    if sharing.synced:
        say_what_to_look_at(sharing.synced)
    if sharing.obstacle:
        say(f"What others shared was not brought in first. {sharing.obstacle}", err=True)
    return prepare_messages(session, request)
