"""`reportkit sync`: bring in what others shared, and share what was saved here."""

from __future__ import annotations

import click

from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit sync --place //server/housing/shared.git")
@click.option("--place", metavar="PLACE", help="Share at this folder or address from now on; a new folder is made.")
@click.pass_obj
def command(session: Session, place: str | None) -> None:
    """Bring in what others shared, and share what you saved.

    Nothing that was saved is lost: a finding that you and another person changed is kept in both
    versions, until one of you settles it. Your unsaved work is never touched; where it is in the
    way, you are asked to save first.
    """
    from reportkit.actions.sync import SyncRequest, carry_out, prepare
    from reportkit.cli.output.sharing_output import outcome, say_what_to_look_at
    from reportkit.cli.progress_line import shown_progress
    from reportkit.cli.terminal_output import say

    prepared = prepare(session, SyncRequest(place=place))
    with shown_progress() as progress:
        done = carry_out(session, prepared, progress)
    say_what_to_look_at(done.synced)
    say(outcome(done.synced))
    if done.address:
        click.echo(f"Each of the others types: reportkit join {done.address}", err=True)
