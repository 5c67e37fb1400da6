"""`reportkit save`: one inspection's folder becomes a new version, and is shared; nothing else is touched."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.gitstore.conflicts import unsettled
from reportkit.gitstore.folder_changes import in_words
from reportkit.gitstore.remote import has_shared_place
from reportkit.gitstore.save import Saved, look
from reportkit.gitstore.save import save as save_version
from reportkit.inspection.conflicts import settling


@click.command(epilog='An example: reportkit save harrowmere-homes -m "After the second visit"')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("-m", "--message", default="", help="What changed, in your words. By default the changes are counted.")
@click.option("--dry-run", is_flag=True, help="Say what would be saved, and save nothing.")
@click.option("--offline", is_flag=True, help="Save here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, inspection: str | None, message: str, *, dry_run: bool, offline: bool) -> None:
    """Save one inspection as a new version, and share it.

    Everything in the inspection's folder is saved, and its casework.yaml: what was added, changed
    and removed. Other inspections, and whatever else you have changed, stay as they are. Where the repository is
    shared, what others shared is brought in and your version is handed on; where the shared place
    cannot be reached, the version is safe here until it can.
    """
    slug = session.inspection(inspection)
    signers = _signers(session, slug)
    if dry_run:
        saved = look(session.root, slug)
        _tell(saved, _would_save(saved))
    elif offline or not has_shared_place(session.root):
        saved = save_version(session.root, slug, message)
        _tell(saved, _outcome(saved))
        _tell_unsettled(session, slug)
        if offline and saved.version and has_shared_place(session.root):
            say("Recorded here, not yet shared; `reportkit sync` shares it.", err=True)
    else:
        saved = _save_and_share(session, slug, message)
    if signers and saved.signed:
        from reportkit.actions.ended_sign_offs import what_it_ends  # only where somebody signed

        say(what_it_ends(signers))


def _signers(session: Session, slug: str) -> tuple[str, ...]:
    """Whose sign-offs any change of the inspection ends."""
    if not (session.root / "moderation" / slug / "records").is_dir():
        return ()
    from reportkit.actions.ended_sign_offs import sign_offs_that_hold  # only where something was recorded

    return sign_offs_that_hold(session, slug)


def _save_and_share(session: Session, slug: str, message: str) -> Saved:
    from reportkit.cli.output.sharing_output import say_shared  # only with a shared place
    from reportkit.workspace.sharing import ask_shared_place, share_with

    with shown_progress() as progress:
        asked = ask_shared_place(session, progress)
    saved = save_version(session.root, slug, message)
    _tell(saved, _outcome(saved))
    _tell_unsettled(session, slug)
    with shown_progress() as progress:
        shared = share_with(session, asked, progress)
    say_shared(shared)
    return saved


def _tell(saved: Saved, outcome: str) -> None:
    for entry in saved.left_out:
        say(f"Left out: {entry.path}: {entry.why}.", err=True)
    say(outcome)
    if saved.afterwards:
        say(f"The version is safe, but Git's own list did not follow. {saved.afterwards}", err=True)


def _tell_unsettled(session: Session, slug: str) -> None:
    for torn in unsettled(session.root, slug):
        how = "removed" if torn.removed else "changed"
        sentence = f"{torn.path}: still to be settled, {torn.who} {how} it too. See both, then choose: "
        say(f"{sentence}{settling(torn.path)}", err=True)


def _would_save(saved: Saved) -> str:
    return f"Would save: {in_words(saved.changes)}." if saved.changes else "Nothing has changed since the last version."


def _outcome(saved: Saved) -> str:
    if saved.version is None:
        return "Nothing has changed since the last version."
    return f"Saved: {in_words(saved.changes)}. Version {saved.version[:7]}."
