"""Programs on PATH."""

from __future__ import annotations

import os
import sys
from functools import cache


def find_program(name: str) -> str | None:
    """Return the full path of a program on PATH, or None. A relative entry of PATH is never looked in."""
    return _find(name, os.environ.get("PATH", os.defpath))


@cache
def _find(name: str, path: str) -> str | None:
    """Look only in the folders that PATH names in full: a git.exe beside an inspection's files is never run."""
    full = f"{name}.exe" if sys.platform == "win32" else name
    candidates = (os.path.join(folder, full) for folder in path.split(os.pathsep) if os.path.isabs(folder))  # noqa: PTH117, PTH118  a draft's start-up counts
    return next((path for path in candidates if os.path.isfile(path) and os.access(path, os.X_OK)), None)  # noqa: PTH113  the same
