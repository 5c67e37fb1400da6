"""What changed since the person signed, shown before they sign again."""

from __future__ import annotations

import click

from reportkit.cli.moderating.content import last_seen
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.session import Session
from reportkit.gitstore.contents import changes_between
from reportkit.gitstore.words import words_between


def show_what_changed(session: Session, scene: Scene) -> None:
    """Show the words that changed since this person's last sign-off or refusal, on stderr. At a terminal, ask once."""
    last = last_seen(scene)
    now = f"HEAD:./inspections/{scene.slug}"
    if last is None or not changes_between(session.root, last[1].inspection, now):
        return
    when = last[0].record.time.date()
    click.echo(f"Since you looked at it on {when}, [-this went-] and {{+this came+}}:\n", err=True)
    click.echo(f"{words_between(session.root, last[1].inspection, now)}\n", err=True)
    if session.may_ask and not click.confirm("Sign it as it is now?", err=True):
        raise click.Abort
