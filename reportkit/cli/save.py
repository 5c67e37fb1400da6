"""`reportkit save`: one inspection's folder becomes a new version; nothing else is touched."""

from __future__ import annotations

import click

from reportkit.cli.names import INSPECTION
from reportkit.cli.session import Session
from reportkit.gitstore.changes import in_words
from reportkit.gitstore.save import Saved, look
from reportkit.gitstore.save import save as save_version


@click.command(epilog='An example: reportkit save harrowmere-homes -m "After the second visit"')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("-m", "--message", default="", help="What changed, in your words. By default the changes are counted.")
@click.option("--dry-run", is_flag=True, help="Say what would be saved, and save nothing.")
@click.pass_obj
def command(session: Session, inspection: str | None, message: str, *, dry_run: bool) -> None:
    """Save one inspection as a new version.

    Everything in the inspection's folder is saved: what was added, changed and removed. Other
    inspections, and whatever else you have changed, stay as they are.
    """
    slug = session.inspection(inspection)
    saved = look(session.root, slug) if dry_run else save_version(session.root, slug, message)
    for entry in saved.left_out:
        click.echo(f"Left out: {entry.path}: {entry.why}.", err=True)
    click.echo(_would_save(saved) if dry_run else _outcome(saved))
    if saved.afterwards:
        click.echo(f"The version is safe, but Git's own list did not follow. {saved.afterwards}", err=True)


def _would_save(saved: Saved) -> str:
    return f"Would save: {in_words(saved.changes)}." if saved.changes else "Nothing has changed since the last version."


def _outcome(saved: Saved) -> str:
    if saved.version is None:
        return "Nothing has changed since the last version."
    return f"Saved: {in_words(saved.changes)}. Version {saved.version[:7]}."
