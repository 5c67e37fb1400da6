"""`reportkit remove`: take away an inspection without a record."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit remove harrowmere-homes --yes")
@click.argument("inspection", type=INSPECTION)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--offline", is_flag=True, help="Remove it here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, inspection: str, *, yes: bool, offline: bool) -> None:
    """Take an inspection away, and save that as a new version.

    Its folder and its casework.yaml go; what was saved of them stays in the history. An inspection that was handed in
    cannot be removed: what is on record stays.
    """
    from reportkit.actions.intent import Confirmation
    from reportkit.actions.remove_inspection import RemoveRequest, carry_out, prepare
    from reportkit.cli.act import share_after
    from reportkit.cli.asking.confirm import confirm_or_yes
    from reportkit.cli.output.rearranged_output import say_rearranged
    from reportkit.cli.progress_line import shown_progress
    from reportkit.workspace.sharing import Sharing, bring_in

    with shown_progress() as progress:
        sharing = Sharing() if offline else bring_in(session, progress)
    prepared = prepare(session, RemoveRequest(inspection=inspection))
    question = Confirmation("", f"Remove {prepared.inspection}?", undone="Nothing was removed")
    confirm_or_yes(session, question, yes=yes)
    say_rearranged(f"Removed: {prepared.inspection}.", carry_out(session, prepared))
    share_after(session, sharing, offline=offline)
