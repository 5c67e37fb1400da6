"""Files in an inspection's folder that programs left: they are neither read nor saved.

Litter belongs to other programs. A second copy was made by a synchronised folder when two computers
changed a file, or by hand: it may hold a person's work, so `check`, `draft` and `save` report it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import translate

LITTER = "it belongs to another program"
SECOND_COPY = "it is a second copy, as sync folders make them; compare it with the first and delete one"

_ORDINARY = re.compile(r"[a-z0-9][a-z0-9-]*\.(?:md|yaml|csv)")  # nearly every name, told at one glance
_LITTER_NAMES = (
    "~$*",  # Word: this document is open
    "~wrl*.tmp",  # Word: half-written
    ".*.tmp",  # ours: a run that was cut off left it half-written
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

# Dropbox, Nextcloud, Syncthing and Google Drive say what they did, whether or not the first copy is still there.
_SAYS_SO = re.compile(
    r"\([^()]*(conflicted copy|conflict|case conflict)[^()]*\)"
    r"|\.sync-conflict-\d{8}-|[ _-]conflict[ _-]?\d{8}|\[Conflict(?: \d+)?\]",
    re.IGNORECASE,
)
# Google Drive, iCloud and OneDrive add a number or the computer's name beside the first copy.
# Copying by hand, in Windows' or Apple's file manager, adds "copy".
_BESIDE = re.compile(
    r"^(?P<first>.+?)(?: \(\d{1,3}\)| \d{1,3}|-(?=[A-Za-z0-9-]*[A-Z])[A-Za-z0-9][A-Za-z0-9-]{2,}"
    r"|(?: -)? [Cc]opy(?: \(?\d{1,3}\)?)?)$"
)


def why_stray(name: str, is_there: Callable[[str], bool]) -> str:
    """Why a file of this name is left out, LITTER or SECOND_COPY; "" where it is part of the inspection.

    `is_there` says whether a file of another name lies in the same folder.
    """
    if _ORDINARY.fullmatch(name):
        return ""
    if is_litter(name):
        return LITTER
    return SECOND_COPY if _is_second_copy(name, is_there) else ""


def is_litter(name: str) -> bool:
    """Return whether a file of this name belongs to another program and not to the inspection."""
    return _LITTER.match(name) is not None


def _is_second_copy(name: str, is_there: Callable[[str], bool]) -> bool:
    if _SAYS_SO.search(name):
        return True
    stem, dot, suffix = name.rpartition(".")
    match = _BESIDE.match(stem if dot else name)
    return match is not None and is_there(f"{match['first']}{dot}{suffix if dot else ''}")
