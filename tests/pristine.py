"""Repositories that are made once and copied for each test, small enough that a copy costs little."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import wraps
from pathlib import Path

NO_UPKEEP = "[maintenance]\n\tauto = false\n"
"""Git settings of a person: Git starts no program to tidy up after each commit and fetch."""


def pack(root: Path) -> Path:
    """Put a repository's hundreds of objects into one file, and return the repository."""
    subprocess.run(["git", "repack", "-a", "-d", "-q"], cwd=root, check=True)
    return root


def made_once(make: Callable[..., Path]) -> Callable[..., Path]:
    """Make a session's fixture once for all folders that import it: pytest alone makes one for each of them."""
    made: list[Path] = []

    @wraps(make)
    def find_or_make(**fixtures: object) -> Path:
        if not made:
            made.append(make(**fixtures))
        return made[0]

    return find_or_make
