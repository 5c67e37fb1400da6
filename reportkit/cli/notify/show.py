"""`reportkit notify INSPECTION`: the letters and the press release, all of them or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportkit.cli.parameters.act_options import Manner, acting_with_others
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.notify import NotifyRequest


@click.command("issue", hidden=True)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--release/--no-release", "release", default=None, help="With the press release, or without it.")
@click.option("--dry-run", is_flag=True, help="Make specimens, marked on every page, and record nothing.")
@click.option("--prepare", is_flag=True, help="Make final copies to print, and record nothing yet.")
@click.option("--out", type=click.Path(), metavar="FOLDER", help="Where copies go; by default, out/.")
@acting_with_others
@click.pass_obj
def command(session: Session, /, manner: Manner, *, dry_run: bool, prepare: bool, **asked: Any) -> None:
    """Announce the score of INSPECTION: the letters and the press release, from one decision, of today [117].

    Everything that is in the way is listed at once. Each finished document is read again and held against the
    decision. All are recorded together, in the shared place first where there is one; then copies are put into out/,
    with a message for each addressee, and `notify sent` records how each was sent. The release goes with the letters
    of an ALMO's inspection; for any other, --release asks for it. Specimens (--dry-run) are made at any time; the
    command then ends with 1, and what is in the way, where the letters could not be issued.
    """
    if dry_run and prepare:
        raise WrongUse("--dry-run and --prepare cannot be had together", remedy="Choose one.")
    from reportkit.actions.notify import NOTIFY, NotifyRequest
    from reportkit.cli.act import act

    request = NotifyRequest(**asked, **manner.who())
    if dry_run:
        _show_specimens(session, request)
    elif prepare:
        _prepare_copies(session, request)
    else:
        act(session, NOTIFY, request, manner)


def _show_specimens(session: Session, request: NotifyRequest) -> None:
    """Make specimens. Raises what the letters themselves would be refused with."""
    from reportkit.actions.notify import prepare_specimens
    from reportkit.cli.output.copies_output import write_and_say

    write_and_say(prepare_specimens(session, request))


def _prepare_copies(session: Session, request: NotifyRequest) -> None:
    """Make final copies, once what others shared is here."""
    from reportkit.actions.carry_out import before
    from reportkit.actions.notify import NOTIFY, prepare_final_copies
    from reportkit.cli.output.copies_output import write_and_say

    before(session, NOTIFY)
    write_and_say(prepare_final_copies(session, request))
