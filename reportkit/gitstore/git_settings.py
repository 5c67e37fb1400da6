"""What Git's settings say, as they are in force in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reportkit.gitstore.foreign_programs import Setting, read_scoped
from reportkit.gitstore.git_program import run


def settings(folder: Path, names: str) -> tuple[tuple[str, str], ...]:
    """Return the settings whose names fit a regular expression, in Git's order.

    The last one of a name is in force.

    Section and variable are in small letters. One that is named without a value is left out.
    """
    listing = os.fsdecode(run(folder, "config", "-z", "--get-regexp", names).output)
    entries = (entry.partition("\n") for entry in listing.split("\0"))
    return tuple((name, value) for name, has_value, value in entries if has_value)


def scoped_settings(folder: Path, names: str) -> tuple[Setting, ...]:
    """Return the settings whose names fit a regular expression, each with whether it is the repository's own."""
    return tuple(read_scoped(run(folder, "config", "-z", "--show-scope", "--get-regexp", names).output))


def outside_setting(settings: Iterable[Setting], name: str) -> str:
    """Return the value that a setting has outside of any repository; "" for none."""
    values = [each.value for each in settings if not each.is_own and each.name == name and each.value]
    return values[-1] if values else ""
