"""The project's root: the folder with reportkit.yaml in it."""

from __future__ import annotations

from pathlib import Path

from reportkit.errors import WrongUse

MARKER = "reportkit.yaml"


def find_root(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, that holds reportkit.yaml. Raises WrongUse where none does."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_file():
            return folder
    raise WrongUse(
        f"No {MARKER} in {here} or above it",
        remedy="Change to the inspectorate's folder, name it with -C, or make one with `reportkit init`.",
    )
