"""`reportkit notify copies`: copies of what was issued, handed over again."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.parameters.act_options import Manner, looking
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Refused


@click.command("copies", epilog="An example: reportkit notify copies harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where copies go; by default, out/.")
@looking
@click.pass_obj
def command(session: Session, inspection: str | None, out: Path | None, manner: Manner) -> None:
    """Put copies of the issued letters and release into a folder again, with a message for each addressee.

    They are the documents that the record holds, byte for byte; nothing is made anew, and nothing is recorded.
    """
    from reportkit.actions.case_file import gather
    from reportkit.actions.hand_over import hand_over
    from reportkit.actions.issued_files import issued_papers
    from reportkit.reading.casework import read_casework

    slug = session.inspection(inspection)
    scene = gather(session, slug, manner)
    told = scene.ledger.letters
    if told is None:
        raise Refused("No letters were issued yet", remedy=f"`reportkit notify {slug}` issues them.")
    files = session.saved
    folder = session.output(out, f"{slug}-letters")
    hand_over(scene, told[1].letters, read_casework(files, slug), issued_papers(files, told[0]), folder)
