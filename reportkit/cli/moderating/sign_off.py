"""`reportkit moderate sign-off`: a moderator agrees to exactly what is saved, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.moderating.options import TEXT, Manner, acting
from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.cli.moderating.recording import Intent
    from reportkit.cli.moderating.scene import Scene


@click.command("sign-off", epilog="An example: reportkit moderate sign-off harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--not-agreed", is_flag=True, help="Record that you do not agree; --reason says why.")
@click.option("--reason", type=TEXT, help="Why you do not agree.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, reason: str | None, manner: Manner, *, not_agreed: bool) -> None:
    """Sign an inspection off: you have assessed its evidence, judgements and report [114].

    It holds for exactly what is saved now, and ends when any of it changes; then the same command shows what changed
    and renews it. Signed with your SSH key where policy.yaml lists one that is on this computer.
    """
    from reportkit.cli.moderating.acting import act

    if not_agreed != (reason is not None):
        raise WrongUse("--not-agreed and --reason go together", remedy="Give both, or neither to sign.")
    act(session, inspection, manner, lambda scene: _intent(session, scene, reason))


def _intent(session: Session, scene: Scene, reason: str | None) -> Intent:
    """To sign, having been shown what changed; or, with a reason, not to."""
    from reportkit.cli.moderating.content import content
    from reportkit.cli.moderating.recording import Intent
    from reportkit.cli.moderating.renewal import show_what_changed
    from reportkit.moderation.events import Refusal, SignOff
    from reportkit.moderation.words import ASSESSED

    seen = content(session.root, scene.slug)
    if reason is not None:
        return Intent(details=Refusal(reason=reason, content=seen))
    show_what_changed(session, scene)
    return Intent(details=SignOff(assessed=ASSESSED, content=seen), needs="sign-off")
