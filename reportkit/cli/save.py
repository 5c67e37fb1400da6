"""`reportkit save`: one inspection's folder becomes a new version, and is shared; nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.save import PreparedSave


@click.command(epilog='An example: reportkit save harrowmere-homes -m "After the second visit"')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("-m", "--message", default="", help="What changed, in your words. By default the changes are counted.")
@click.option("--dry-run", is_flag=True, help="Say what would be saved, and save nothing.")
@click.option("--offline", is_flag=True, help="Save here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, inspection: str | None, message: str, *, dry_run: bool, offline: bool) -> None:
    """Save one inspection as a new version, and share it.

    Everything in the inspection's folder is saved, and its casework.yaml: what was added, changed
    and removed. A file that the others could not read is named with its line, and nothing is saved.
    Other inspections, and whatever else you have changed, stay as they are. Where the repository is
    shared, what others shared is brought in and your version is handed on; where the shared place
    cannot be reached, the version is safe here until it can.
    """
    from reportkit.actions.save import SaveRequest, prepare, preview
    from reportkit.cli.output.save_output import say_ended, say_preview

    prepared = prepare(session, SaveRequest(inspection=inspection, message=message))
    if dry_run:
        outcome = preview(session, prepared)
        say_preview(outcome)
        say_ended(outcome)
    elif offline or not session.is_shared:
        _save_here(session, prepared)
    else:
        _save_and_share(session, prepared)


def _save_here(session: Session, prepared: PreparedSave) -> None:
    from reportkit.actions.save import carry_out
    from reportkit.cli.output.save_output import say_ended, say_saved
    from reportkit.cli.terminal_output import say

    outcome = carry_out(session, prepared)
    say_saved(outcome)
    if outcome.saved.version and session.is_shared:
        say("Recorded here, not yet shared; `reportkit sync` shares it.", err=True)
    say_ended(outcome)


def _save_and_share(session: Session, prepared: PreparedSave) -> None:
    """Save while it is known what others shared, and say so before it is shared: that may take long, or fail."""
    from reportkit.actions.save import carry_out
    from reportkit.cli.output.save_output import say_ended, say_saved
    from reportkit.cli.output.sharing_output import say_shared
    from reportkit.cli.progress_line import shown_progress
    from reportkit.workspace.sharing import ask_shared_place, share_with

    with shown_progress() as progress:
        asked = ask_shared_place(session, progress)
    outcome = carry_out(session, prepared)
    say_saved(outcome)
    with shown_progress() as progress:
        shared = share_with(session, asked, progress)
    say_shared(shared)
    say_ended(outcome)
