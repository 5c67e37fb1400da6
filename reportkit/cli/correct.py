"""`reportkit correct`: reissue one document with a minor correction."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    epilog='An example: reportkit correct harrowmere-homes letter-almo --reason "The addressee is Mr Reeve."'
)
@click.argument("inspection", type=INSPECTION)
@click.argument("document", metavar="DOCUMENT")
@click.option("--reason", type=TEXT, required=True, help="What was wrong: an address, a name, the layout.")
@click.option("--dry-run", is_flag=True, help="Make a specimen, marked on every page, and record nothing.")
@click.option("--out", type=click.Path(), metavar="FOLDER", help="Where copies go; by default, out/.")
@acting_with_others
@click.pass_obj
def command(  # noqa: PLR0913  each is an option
    session: Session, inspection: str, document: str, out: str | None, manner: Manner, *, reason: str, dry_run: bool
) -> None:
    """Reissue one DOCUMENT of INSPECTION with a minor correction.

    DOCUMENT is letter-authority, letter-almo, letter-odpm or press-release, or the name of its file in issued/.
    Correct casework.yaml and save first. The new document is dated today and says what it replaces; the date of the
    original stays the one that counts. A score or a finding cannot be changed so: that takes a new decision and new
    sign-offs, and letters with a date of their own. With --dry-run the command ends with 1, and what is in the way,
    where the correction could not be issued.
    """
    from reportkit.actions.correct import CORRECT, CorrectRequest, prepare_specimen
    from reportkit.cli.act import act
    from reportkit.cli.output.copies_output import write_and_say

    request = CorrectRequest(inspection=inspection, document=document, reason=reason, out=out, **manner.who())
    if dry_run:
        write_and_say(prepare_specimen(session, request))
    else:
        act(session, CORRECT, request, manner)
