"""`reportkit notify INSPECTION`: the letters and the press release, all of them or nothing."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from reportkit.cli.parameters.act_options import Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse


@click.command("issue", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--release/--no-release", "release", default=None, help="With the press release, or without it.")
@click.option("--dry-run", is_flag=True, help="Make specimens, marked on every page, and record nothing.")
@click.option("--prepare", is_flag=True, help="Make final copies to print, and record nothing yet.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where copies go; by default, out/.")
@acting_with_others
@click.pass_obj
def command(  # noqa: PLR0913  each is an option
    session: Session,
    inspection: str | None,
    out: Path | None,
    manner: Manner,
    *,
    release: bool | None,
    dry_run: bool,
    prepare: bool,
) -> None:
    """Tell the score of INSPECTION: the letters and the press release, from one decision, of today [117].

    Everything that is in the way is listed at once. Each finished document is read again and held against the
    decision. All are recorded together, in the shared place first where there is one; then copies are put into out/,
    with a message for each addressee, and `notify sent` records how each went off. The release goes with the letters
    of an ALMO's inspection; for any other, --release asks for it.
    """
    if dry_run and prepare:
        raise WrongUse("--dry-run and --prepare cannot be had together", remedy="Choose one.")
    from reportkit.actions.notify import Order, issue, prepare_copies, show_specimens

    slug = session.inspection(inspection)
    order = Order(session.output(out, f"{slug}-specimens" if dry_run else f"{slug}-letters"), release)
    if dry_run:
        show_specimens(session, slug, replace(manner, dry_run=True), order)
    elif prepare:
        prepare_copies(session, slug, manner, order)
    else:
        issue(session, slug, manner, order)
