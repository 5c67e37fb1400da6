"""`reportkit sync`: bring in what others shared, and share what was saved here."""

from __future__ import annotations

import click

from reportkit.cli.output.sharing_output import outcome, say_what_to_look_at
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.gitstore.remote import name_shared_place, state
from reportkit.gitstore.sharing import sync


@click.command(epilog="An example: reportkit sync --place //server/housing/shared.git")
@click.option("--place", metavar="PLACE", help="Share at this folder or address from now on; a new folder is made.")
@click.pass_obj
def command(session: Session, place: str | None) -> None:
    """Bring in what others shared, and share what you saved.

    Nothing that anybody saved is lost: a finding that you and somebody else changed is kept in both
    versions, until one of you settles it. Your unsaved work is never touched; where it is in the
    way, you are told to save first.
    """
    if place is not None:
        name_shared_place(session.root, str(session.start / place) if _is_folder(session, place) else place)
    with shown_progress() as progress:
        synced = sync(session.root, progress)
    say_what_to_look_at(synced)
    say(outcome(synced))
    if place is not None:
        click.echo(f"Each of the others types: reportkit join {state(session.root).place}", err=True)


def _is_folder(session: Session, place: str) -> bool:
    """Whether the place is a folder as seen from where the command was started, there already or to be made."""
    return ":" not in place or (session.start / place).exists()
