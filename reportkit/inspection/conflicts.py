"""Where the other version of a file stands while two people's versions of it are not settled.

Beside the inspections, in a folder of its own, so that it is versioned and seen and never read as
part of an inspection: `unsettled/inspections/elm/findings/repairs.md/ben-carter-1f2e3d4c5b.md`.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from msgspec import Struct

HOME = "unsettled"
_REMOVED = "removed"
_DIGITS = 10
_LONGEST_NAME = 40
_OF_ONE = re.compile(r"(?:inspections|moderation)/([^/]+)/(.+)")


class Unsettled(Struct, frozen=True, order=True):
    """Another version of a file, to be settled with the one in its place.

    `path` is the file and `kept` where the other version stands, both relative to the project's
    root; `who` made it, as `short_name` gives it; `removed` where that version is that the file
    is not there.
    """

    path: str
    kept: str
    who: str
    removed: bool = False


def beside(path: str, who: str, digest: str | None) -> Unsettled:
    """Return where to keep another version of the file.

    `who` is a person's name, `digest` its contents', None: removed.
    """
    name = short_name(who)
    if digest is None:
        return Unsettled(path, f"{HOME}/{path}/{name}-{_REMOVED}", name, removed=True)
    return Unsettled(path, f"{HOME}/{path}/{name}-{digest[:_DIGITS]}{PurePosixPath(path).suffix}", name)


def unsettled_at(kept: str) -> Unsettled | None:
    """Return what a file of the folder `unsettled` stands for; None for one that does not belong there."""
    home, _, rest = kept.partition("/")
    path, _, name = rest.rpartition("/")
    who, dash, digest = name.removesuffix(PurePosixPath(path).suffix).rpartition("-")
    if home != HOME or not path or not dash:
        return None
    return Unsettled(path, kept, who, removed=digest == _REMOVED)


def concerns(path: str, slug: str) -> bool:
    """Return whether a file is one of the inspection's or its moderation's, or one that all share.

    Shared are a template and the policy.
    """
    found = _OF_ONE.fullmatch(path)
    return found is None or found[1] == slug


def settling(path: str) -> str:
    """Return the command that settles a file: a finding by its id, any other of an inspection by its path in it."""
    found = _OF_ONE.fullmatch(path)
    if found is None:
        return f"reportkit settle {path}"
    folder, _, name = found[2].rpartition("/")
    return f"reportkit settle {found[1]} {PurePosixPath(name).stem if folder == 'findings' else found[2]}"


def short_name(person: str) -> str:
    """Return a person's name as it stands in a file's name: "Ben Carter" is `ben-carter`."""
    plain = unicodedata.normalize("NFKD", person).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-") or "someone"
