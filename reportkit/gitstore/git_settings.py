"""What Git's settings say, as they are in force in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.gitstore.git_program import run


def settings(folder: Path, names: str) -> tuple[tuple[str, str], ...]:
    """Return the settings whose names fit a regular expression, in Git's order.

    The last one of a name is in force.

    Section and variable are in small letters. One that is named without a value is left out.
    """
    listing = os.fsdecode(run(folder, "config", "-z", "--get-regexp", names).output)
    entries = (entry.partition("\n") for entry in listing.split("\0"))
    return tuple((name, value) for name, has_value, value in entries if has_value)
