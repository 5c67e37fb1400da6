"""Folders of another user, which Git works with only where this user's own settings say that they trust them."""

from __future__ import annotations

import re
from pathlib import Path

from reportkit.errors import NotTrusted
from reportkit.gitstore.git_program import git
from reportkit.gitstore.lock_words import owner_of

_DUBIOUS = re.compile(r"dubious ownership|unsafe repository")
_SUGGESTED = re.compile(r"--add safe\.directory (?P<folder>.+)")


def not_trusted(said: str, place: str) -> NotTrusted | None:
    """Return the error for a shared folder that Git says it does not trust; None where it says no such thing."""
    if not _DUBIOUS.search(said):
        return None
    suggested, owner = _SUGGESTED.search(said), owner_of(Path(place))
    return NotTrusted(
        f"Git does not trust the shared place {place}, because it belongs to {owner or 'another user'}",
        suggested["folder"].strip().strip("'\"") if suggested else place,
        remedy="If you do, add --trust-folder: Git on this computer then works with this one folder for you.",
    )


def trust(where: Path, folder: str) -> None:
    """Let the user's own settings say that they trust this one folder. Raises Trouble where they cannot be written."""
    git(where, "config", "--global", "--add", "safe.directory", folder)
