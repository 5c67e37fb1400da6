"""Files that programs leave behind and nobody wrote: they are no part of an inspection."""

from __future__ import annotations

import re

_LEFT_BY_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", ".ds_store", ".gitkeep"))
_CONFLICT_COPY = re.compile(
    r"\(.*conflicted copy.*\)"  # Dropbox
    r"|\.sync-conflict-\d{8}-\d{6}"  # Syncthing
    r"|[ _-]conflict[ _-]?\d{4}"  # Nextcloud and its kin
    r"|-(?-i:DESKTOP|LAPTOP|SURFACE|PC)-[A-Z0-9-]+(?=\.|$)"  # OneDrive: the computer's name, as Windows gives it
    r"|\[Conflict(?: \d+)?\]",  # Google Drive
    re.IGNORECASE,
)


def why_stray(name: str) -> str:
    """Why a file of this name is left out, as the end of a sentence; "" where it is not."""
    if name.startswith("~$"):
        return "is a note that Word or Excel keeps while a file is open"
    if name.lower() in _LEFT_BY_SYSTEMS:
        return "was left by the system"
    if is_conflict_copy(name):
        return "is a copy that a synchronised folder made when two computers changed the file"
    return ""


def is_conflict_copy(name: str) -> bool:
    """Whether a synchronised folder made it: somebody's work may be in it, so it should be looked at."""
    return bool(_CONFLICT_COPY.search(name))
