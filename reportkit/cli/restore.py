"""`reportkit restore`: put back an inspection that was taken away or renamed without a record."""

from __future__ import annotations

import click

from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit restore harrowmere-homes")
@click.argument("inspection", metavar="INSPECTION")
@click.option("--offline", is_flag=True, help="Restore it here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, inspection: str, *, offline: bool) -> None:
    """Put an inspection back where its record is, and save that as a new version.

    INSPECTION is the name that its record has. A folder that was renamed gets that name again, with what was changed
    in it since; one that was taken away comes back as it was. Records, signatures and documents that were removed or
    altered come back as they were recorded.
    """
    from reportkit.actions.restore import RestoreRequest, carry_out, prepare
    from reportkit.cli.act import share_after
    from reportkit.cli.output.rearranged_output import say_rearranged
    from reportkit.cli.progress_line import shown_progress
    from reportkit.workspace.sharing import Sharing, bring_in

    with shown_progress() as progress:
        sharing = Sharing() if offline else bring_in(session, progress)
    prepared = prepare(session, RestoreRequest(inspection=inspection))
    say_rearranged(f"Restored: {prepared.inspection}.", carry_out(session, prepared))
    share_after(session, sharing, offline=offline)
