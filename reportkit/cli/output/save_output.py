"""What `save` did or would do, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.actions.save import SaveOutcome
from reportkit.cli.terminal_output import say
from reportkit.inspection.conflicts import settling
from reportkit.inspection.file_changes import in_words

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.save import Saved

_NOTHING = "Nothing has changed since the last version."


def say_preview(outcome: SaveOutcome) -> None:
    """Say what would be saved."""
    saved = outcome.saved
    _say_left_out(saved)
    say(f"Would save: {in_words(saved.changes)}." if saved.changes else _NOTHING)


def say_saved(outcome: SaveOutcome) -> None:
    """Say what was saved, and which of the inspection's files still have two versions."""
    saved = outcome.saved
    _say_left_out(saved)
    say(f"Saved: {in_words(saved.changes)}. Version {saved.version[:7]}." if saved.version else _NOTHING)
    if saved.afterwards:
        say(f"The version is safe, but Git's own list did not follow. {saved.afterwards}", err=True)
    for each in outcome.conflicts:
        how = "removed" if each.removed else "changed"
        sentence = f"{each.path}: still to be settled, {each.who} {how} it too. See both, then choose: "
        say(f"{sentence}{settling(each.path)}", err=True)


def say_ended(outcome: SaveOutcome) -> None:
    """Say whose sign-offs the change ends, where there are any."""
    if outcome.ended:
        people = ", ".join(outcome.ended)
        say(f"These people must sign again: {people}. `reportkit moderate sign-off` shows them what changed.")


def _say_left_out(saved: Saved) -> None:
    for entry in saved.left_out:
        say(f"Left out: {entry.path}: {entry.why}.", err=True)
