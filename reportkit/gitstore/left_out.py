"""What never becomes part of a version: litter of other programs, and second copies made by sync folders."""

from __future__ import annotations

import re
from collections.abc import Container
from fnmatch import translate

_LITTER_NAMES = (
    "~$*",  # Word: this document is open
    "~wrl*.tmp",  # Word: half-written
    ".~lock.*#",  # LibreOffice: this document is open
    ".*.sw?",  # vim
    "*~",  # emacs, nano
    "#*#",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    ".ds_store",
    "._*",  # macOS on a foreign disk
)
_LITTER = re.compile("|".join(map(translate, _LITTER_NAMES)), re.IGNORECASE)

# Dropbox, Nextcloud and Syncthing say what they did, whether or not the first copy is still there.
_SAYS_SO = re.compile(
    r"\([^()]*(conflicted copy|conflict|case conflict)[^()]*\)|\.sync-conflict-\d{8}-|_conflict-\d{8}-", re.IGNORECASE
)
# Google Drive, iCloud and OneDrive add a number or the computer's name beside the first copy.
_BESIDE = re.compile(r"^(?P<first>.+?)(?: \(\d{1,3}\)| \d{1,3}|-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,})$")


def is_litter(name: str) -> bool:
    """Whether a file of this name belongs to another program and not to the inspection."""
    return _LITTER.match(name) is not None


def is_second_copy(name: str, beside: Container[str]) -> bool:
    """Whether a sync folder made this file out of another; `beside` are the names in the same folder."""
    if _SAYS_SO.search(name):
        return True
    stem, dot, suffix = name.rpartition(".")
    match = _BESIDE.match(stem if dot else name)
    return match is not None and f"{match['first']}{dot}{suffix if dot else ''}" in beside
