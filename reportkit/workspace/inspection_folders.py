"""The folders of inspections in a work tree, by name; no file in them is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

INSPECTIONS: Final = "inspections"
"""The folder that holds a folder for each inspection."""


def inspection_names(root: Path) -> tuple[str, ...]:
    """Return the inspections' names, sorted; () where the repository has none yet.

    A folder whose name begins with a dot is no inspection.
    """
    folder = root / INSPECTIONS
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:  # there may be thousands
        return tuple(sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")))


def inspection_around(root: Path, folder: Path) -> str | None:
    """Return the name of the inspection in whose folder this one is; None where it is in none.

    Links are followed, so that a folder that is reached in another way counts too.
    """
    inner, all_of_them = folder.resolve(), (root / INSPECTIONS).resolve()
    if all_of_them not in inner.parents:
        return None
    return inner.relative_to(all_of_them).parts[0]
