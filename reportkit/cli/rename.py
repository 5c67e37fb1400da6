"""`reportkit rename`: another name for an inspection without a record."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit rename harrowmere harrowmere-homes")
@click.argument("inspection", type=INSPECTION)
@click.argument("name")
@click.option("--offline", is_flag=True, help="Rename it here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, inspection: str, name: str, *, offline: bool) -> None:
    """Give an inspection another NAME, and save that as a new version.

    Its folder and its casework.yaml move. An inspection that was handed in keeps its name for good, because every
    record names it; its title may change at any time. `reportkit check` names an inspection whose `previous` no
    longer leads anywhere.
    """
    from reportkit.actions.rename_inspection import RenameRequest, carry_out, prepare
    from reportkit.cli.act import share_after
    from reportkit.cli.output.rearranged_output import say_rearranged
    from reportkit.cli.progress_line import shown_progress
    from reportkit.workspace.sharing import Sharing, bring_in

    with shown_progress() as progress:
        sharing = Sharing() if offline else bring_in(session, progress)
    prepared = prepare(session, RenameRequest(inspection=inspection, name=name))
    done = carry_out(session, prepared)
    say_rearranged(f"Renamed: {prepared.inspection} is {prepared.name} now.", done)
    share_after(session, sharing, offline=offline)
