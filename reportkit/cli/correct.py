"""`reportkit correct`: one issued document again, with a slip of the pen put right."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(
    epilog="An example: reportkit correct harrowmere-homes letter-almo --reason 'The addressee is Mr Reeve.'"
)
@click.argument("inspection", type=INSPECTION)
@click.argument("document", metavar="DOCUMENT")
@click.option("--reason", type=TEXT, required=True, help="What was wrong: an address, a name, the layout.")
@click.option("--dry-run", is_flag=True, help="Make a specimen, marked on every page, and record nothing.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where copies go; by default, out/.")
@acting_with_others
@click.pass_obj
def command(  # noqa: PLR0913  each is an option
    session: Session, inspection: str, document: str, out: Path | None, manner: Manner, *, reason: str, dry_run: bool
) -> None:
    """Issue one DOCUMENT of INSPECTION again, with a slip of the pen put right.

    DOCUMENT is letter-authority, letter-almo, letter-odpm or press-release, or the name of its file in issued/. Put
    the slip right in casework.yaml and save first. The new document is dated today and says what it takes the place
    of; the date of the original stays the one that counts. No score and no finding changes so: that takes a new
    decision and new sign-offs, and letters with a date of their own.
    """
    from reportkit.actions.correct import Order, correct, show_specimen

    slug = session.inspection(inspection)
    order = Order(document, reason, session.output(out, f"{slug}-specimens" if dry_run else f"{slug}-letters"))
    (show_specimen if dry_run else correct)(session, slug, manner, order)
