"""Signing again: not where nothing changed; and what changed is shown before."""

from __future__ import annotations

import click

from reportkit.cli.moderating.content import last_seen
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.signing import Acting, signer_of
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.gitstore.contents import changes_between
from reportkit.gitstore.words import words_between
from reportkit.moderation.events import Content, SignOff
from reportkit.moderation.sureness import day_of, how_sure
from reportkit.moderation.words import Role


def refuse_again(session: Session, scene: Scene, seen: Content, role: Role | None) -> None:
    """Raise Refused where the person's sign-off of exactly what they see holds, and another could not be surer."""
    for entry in scene.standing.signed:
        record = entry.record
        same = isinstance(record.details, SignOff) and record.details.content == seen
        if not same or record.person != scene.person.id or role not in (None, record.role):
            continue
        signer = signer_of(session, Acting(scene.person, scene.policy, scene.identity, scene.clock.today))
        if signer.key is None or how_sure(record, entry.evidence, scene.policy).sure == "proven":
            raise Refused(
                f"You signed exactly this on {day_of(record)}, and it holds",
                remedy=f"`reportkit moderate {scene.slug}` shows who else has signed.",
            )


def show_what_changed(session: Session, scene: Scene) -> None:
    """Show the words that changed since this person's last sign-off or refusal, on stderr. At a terminal, ask once."""
    last = last_seen(scene)
    now = f"HEAD:./inspections/{scene.slug}"
    if last is None or not changes_between(session.root, last[1].inspection, now):
        return
    when = day_of(last[0].record)
    click.echo(f"Since you looked at it on {when}, [-this went-] and {{+this came+}}:\n", err=True)
    click.echo(f"{words_between(session.root, last[1].inspection, now)}\n", err=True)
    if session.may_ask and not click.confirm("Sign it as it is now?", err=True):
        raise click.Abort
